// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.VaultFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What goes, what stays, in which order, and what a process that ends in between leaves to the next one. */
class ErasureTests {

    @TempDir
    private Path temporary;

    private Path data;
    private boolean dies;
    private List<String> atDestruction = List.of();
    private final Erasure erasure = new Erasure(new Destroying());

    @BeforeEach
    void a_data_folder() throws IOException {
        data = Files.createDirectory(temporary.resolve("data"));
        for (String each : List.of(
                "vault.keys", "vault.keys.new", "vault.secrets", "format", "lock", "journal/lock", "journal/a/b")) {
            Path file = data.resolve(each);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "content");
        }
    }

    @Test
    void the_key_goes_first_then_everything() throws IOException {
        assertEquals(List.of(), erasure.erase(data));
        assertTrue(atDestruction.contains("erasing"), atDestruction.toString());
        assertTrue(atDestruction.contains("journal"), atDestruction.toString());
        assertFalse(Files.exists(data));
    }

    @Test
    void what_officina_did_not_make_stays_and_is_named() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("mine"), "mine");
        Files.createSymbolicLink(data.resolve("store"), outside);
        Files.writeString(data.resolve("notes.txt"), "mine");

        assertEquals(List.of("notes.txt"), erasure.erase(data));
        assertEquals(List.of("lock", "notes.txt"), names(data));
        assertEquals("mine", Files.readString(outside.resolve("mine")));
    }

    @Test
    void a_folder_that_was_somebodys_before_keeps_everything_of_theirs() throws IOException {
        List<String> theirs = List.of(
                "index.html",
                "index.md",
                "index/_config.yml",
                "index/_0.cfs",
                "index/deep/page.html",
                "native/build.gradle",
                "plugins/notes.txt",
                "logs/access.log",
                "logs.txt",
                "store.html",
                "store.before-the-flood/photo.jpg",
                "journal.md",
                "format.css",
                "vault.keys.pdf",
                "workbench.jpg");
        for (String each : theirs) {
            write(each, "mine");
        }
        List<String> ours = List.of(
                "index/_1.cfs",
                "index/segments_2",
                "index/_2.fdt",
                "native/libonnxruntime.so",
                "plugins/officina.example.jar",
                "plugins/coming",
                "native/onnxruntime4j_jni.dll.unpacked.new",
                "logs/officina.log",
                "logs/officina.3.log",
                "store/officina.mv.db",
                "store.before-2/key",
                "store.before-3.new/key",
                "store.damaged-20261121T200432Z-2/key",
                "journal.damaged-20261121-200432/0000000001.segment",
                "workbench/.metadata/layout",
                "engine.sock.place",
                "format.new",
                "erasing.new");
        for (String each : ours) {
            write(each, each.startsWith("index/") ? "OFFINDX\1and sealed blocks" : "ours");
        }
        // as a crash leaves it
        write("index/_2.fdt", "");

        assertEquals(
                theirs.stream()
                        .map(each -> each.replaceFirst("/.*", ""))
                        .distinct()
                        .sorted()
                        .toList(),
                erasure.erase(data));

        for (String each : theirs) {
            assertEquals("mine", Files.readString(data.resolve(each)), each);
        }
        for (String each : ours) {
            assertFalse(Files.exists(data.resolve(each)), each);
        }
        assertEquals(List.of("_0.cfs", "_config.yml", "deep"), names(data.resolve("index")));
    }

    private void write(String name, String content) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void a_process_that_ends_before_the_key_leaves_the_rest_to_the_next_one() throws IOException {
        dies = true;
        assertThrows(StackOverflowError.class, () -> erasure.erase(data));
        assertTrue(Files.exists(data.resolve("vault.keys")));

        dies = false;
        erasure.finish(data);
        assertEquals(List.of("lock"), names(data));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_file_that_cannot_be_deleted_keeps_the_mark_and_says_that_nothing_can_be_read() throws IOException {
        // nobody can delete there, not even the administrator
        Path place = Files.createDirectory(temporary.resolve("place"));
        Files.writeString(place.resolve("erasing"), "");
        Files.createDirectory(place.resolve("journal"));
        Erasure stubborn = new Erasure(new Destroying() {
            @Override
            public void destroy(Path folder) {
                remove(folder.resolve("erasing"));
            }
        });
        FailureException failure = assertThrows(FailureException.class, () -> stubborn.finish(place));
        assertEquals("data.erase-unfinished", failure.failure().code());
    }

    @Test
    void a_folder_without_the_mark_is_left_alone() throws IOException {
        List<String> before = names(data);
        erasure.finish(data);
        assertEquals(before, names(data));
    }

    @Test
    void a_folder_of_somebody_else_is_refused() throws IOException {
        Path home = Files.createDirectory(temporary.resolve("home"));
        Files.createDirectory(home.resolve("logs"));
        assertEquals("data.foreign", code(home));
        assertEquals(List.of("logs"), names(home));
        assertEquals("data.missing", code(temporary.resolve("nothing")));
    }

    @Test
    void a_folder_in_use_is_refused() throws IOException {
        List<String> before = names(data);
        Files.writeString(data.resolve("format"), "1\n");
        try (DataFolder held = DataFolder.open(data, _ -> {})) {
            assertEquals("engine.in-use", code(held.path()));
        }
        assertEquals(before, names(data));
    }

    private String code(Path folder) {
        return assertThrows(FailureException.class, () -> erasure.erase(folder))
                .failure()
                .code();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Destroys the key file, or ends the process before it. */
    private class Destroying implements VaultFactory {

        @Override
        public Vault open(Path folder, PassphraseSource passphrases) {
            throw new UnsupportedOperationException("nothing is opened here");
        }

        @Override
        public Vault recover(Path folder, SecretText phrase) {
            throw new UnsupportedOperationException("nothing is opened here");
        }

        @Override
        public void destroy(Path folder) {
            if (dies) {
                throw new StackOverflowError("as if the process were killed here");
            }
            try {
                atDestruction = names(folder);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            remove(folder.resolve("vault.keys"));
        }
    }
}
