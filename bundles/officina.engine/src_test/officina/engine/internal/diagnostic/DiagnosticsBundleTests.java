// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import officina.api.error.FailureException;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the file and, above all, what is not. */
class DiagnosticsBundleTests {

    private static final String SESSION = "0197a000-0000-7000-8000-000000000001";

    private static final InstalledBundles INSTALLED = new InstalledBundles() {
        @Override
        public String version() {
            return "1.2.3";
        }

        @Override
        public List<Installed> all() {
            return List.of(new Installed("officina.base", "1.2.3", 32));
        }

        @Override
        public @Nullable Path catalog() {
            return null;
        }
    };

    @TempDir
    private Path temporary;

    private Path data;
    private DiagnosticsBundle bundle;

    @BeforeEach
    void a_data_folder() throws IOException {
        data = Files.createDirectory(temporary.resolve("folder-marker"));
        for (String each : List.of("logs/officina.log", "journal/0000000001.segment", "vault.keys")) {
            Files.createDirectories(data.resolve(each).getParent());
            Files.writeString(data.resolve(each), "content-marker");
        }
        Path foreign = data.resolve("somebody-marker/letter.to-marker");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "content-marker");
        Files.writeString(data.resolve("mine.marker"), "content-marker");
        Files.createDirectories(data.resolve("store.damaged-20261121T080000Z"));
        Files.writeString(data.resolve("store.damaged-20261121T080000Z/officina.mv.db"), "content-marker");
        Path snapshot = data.resolve("journal/snapshots/" + SESSION + ".snapshot");
        Files.createDirectories(snapshot.getParent());
        Files.writeString(snapshot, "content-marker");
        Files.writeString(
                data.resolve("logs/officina.log"),
                "12:00 WARN the folder " + data + " of " + System.getProperty("user.home") + " is full\n");
        bundle = new DiagnosticsBundle(data, () -> Instant.EPOCH, INSTALLED);
    }

    @Test
    void tells_versions_checks_sizes_and_logs() throws IOException {
        TreeMap<String, String> entries = written();
        assertEquals(
                List.of("README.txt", "about.json", "bundles.json", "checks.json", "files.json", "logs/officina.log"),
                List.copyOf(entries.keySet()));
        assertTrue(entries.get("about.json").contains(System.getProperty("java.version")), entries.get("about.json"));
        assertEquals(
                "{\"all\":[{\"id\":\"data-folder\",\"result\":\"problem\",\"text\":\"<data> is open.\"}]}\n",
                entries.get("checks.json"));
        assertTrue(
                entries.get("files.json").contains("\"journal/*.snapshot\":{\"files\":1,\"bytes\":14}"),
                entries.get("files.json"));
        for (String each : List.of("other/*", "./*", "store.*/*.mv.db")) {
            assertTrue(entries.get("files.json").contains("\"" + each + "\":"), entries.get("files.json"));
        }
        assertTrue(entries.get("about.json").contains("\"officina\":\"1.2.3\""), entries.get("about.json"));
        assertEquals(
                "{\"all\":[{\"name\":\"officina.base\",\"version\":\"1.2.3\",\"state\":32}]}\n",
                entries.get("bundles.json"));
        assertEquals("12:00 WARN the folder <data> of <home> is full\n", entries.get("logs/officina.log"));
    }

    @Test
    void holds_no_content_no_names_and_no_folder() throws IOException {
        String all = String.join("\n", written().values());
        for (String each : List.of("marker", SESSION, System.getProperty("user.home"), temporary.toString())) {
            assertFalse(all.contains(each), each);
        }
    }

    @Test
    void works_where_there_is_no_data_folder_and_overwrites_nothing() throws IOException {
        Path file = Files.writeString(temporary.resolve("mine"), "mine");
        assertEquals("diagnostics.exists", code(file));
        assertEquals("mine", Files.readString(file));
        assertEquals("diagnostics.unwritable", code(temporary.resolve("no/where")));

        new DiagnosticsBundle(temporary.resolve("nothing"), () -> Instant.EPOCH, INSTALLED)
                .write(temporary.resolve("b.zip"), List.of());
        assertTrue(Files.size(temporary.resolve("b.zip")) > 100);
    }

    private String code(Path file) {
        return assertThrows(FailureException.class, () -> bundle.write(file, List.of()))
                .failure()
                .code();
    }

    private TreeMap<String, String> written() throws IOException {
        Path file = temporary.resolve("a.zip");
        bundle.write(file, List.of(new Check("data-folder", "Data folder", Result.PROBLEM, data + " is open.", "")));
        TreeMap<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
