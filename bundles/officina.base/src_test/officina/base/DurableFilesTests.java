// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTests {

    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new and longer".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void replaces_content_and_leaves_nothing_beside_it() throws IOException {
        Path file = folder.resolve("file");

        DurableFiles.replace(file, OLD);
        DurableFiles.replace(file, NEW);

        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(List.of(file), children(folder));
    }

    @Test
    void never_creates_over_an_existing_file() throws IOException {
        Path file = folder.resolve("file");
        DurableFiles.create(file, OLD);

        assertThrows(FileAlreadyExistsException.class, () -> DurableFiles.create(file, NEW));

        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of(file), children(folder));
    }

    @Test
    void survives_what_an_interrupted_write_left_behind() throws IOException {
        Path file = folder.resolve("file");
        Files.write(folder.resolve("file.new"), NEW);

        DurableFiles.create(file, OLD);

        assertArrayEquals(OLD, Files.readAllBytes(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void lets_only_the_owner_in() throws IOException {
        Path inner = folder.resolve("a/b");
        DurableFiles.createFolder(inner);
        DurableFiles.create(inner.resolve("file"), OLD);

        assertEquals("rwx------", permissions(folder.resolve("a")));
        assertEquals("rwx------", permissions(inner));
        assertEquals("rw-------", permissions(inner.resolve("file")));
    }

    @Test
    void refuses_a_folder_where_a_file_stands() throws IOException {
        Path file = folder.resolve("file");
        DurableFiles.create(file, OLD);

        assertThrows(IOException.class, () -> DurableFiles.createFolder(file));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
