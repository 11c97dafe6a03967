// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFoldersTests {

    @TempDir
    private Path folder;

    private Path place;

    @BeforeEach
    void make() throws IOException {
        place = Files.createDirectory(folder.resolve("place")).toRealPath();
    }

    private List<Path> there() throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.sorted().toList();
        }
    }

    @Test
    void what_an_engine_left_that_is_gone_is_removed_by_the_next() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("letter.txt"), "mine");
        // as one that was killed leaves it
        Files.createFile(place.resolve("officina-plugins-7.lock"));
        Path left = Files.createDirectory(place.resolve("officina-plugins-7-1"));
        Files.writeString(left.resolve("plugin.jar"), "");
        Files.createSymbolicLink(left.resolve("link"), elsewhere);
        Files.createSymbolicLink(left.resolve("folder"), folder);
        Path closed = Files.createDirectory(left.resolve("closed"));
        Files.writeString(closed.resolve("file"), "");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Path other = Files.createDirectory(place.resolve("officina-plugins-mine"));

        try (WorkFolders folders = WorkFolders.in(place)) {
            Path made = folders.make();
            assertEquals(3, there().size(), () -> "the file, the folder, and what is nobody's: " + made);
            assertTrue(there().containsAll(List.of(made, other)));
            assertEquals("mine", Files.readString(elsewhere));
            WorkFolders.remove(made);
        }
        assertEquals(List.of(other), there());
    }

    @Test
    void what_an_engine_works_in_that_lives_stays() throws IOException {
        try (WorkFolders first = WorkFolders.in(place)) {
            Path made = first.make();
            try (WorkFolders second = WorkFolders.in(place)) {
                assertNotEquals(made, second.make());
                assertTrue(Files.exists(made));
            }
            assertTrue(Files.exists(made));
        }
    }

    @Test
    void a_link_with_the_name_of_such_a_file_leads_to_nothing() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "mine");
        Files.createSymbolicLink(place.resolve("officina-plugins-7.lock"), letter);
        Files.createSymbolicLink(place.resolve("officina-plugins-7-1"), folder);
        WorkFolders.in(place).close();
        assertEquals("mine", Files.readString(letter));
        assertTrue(Files.exists(place));
    }
}
