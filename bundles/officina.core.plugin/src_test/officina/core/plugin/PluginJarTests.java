// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarTests {

    private static final String SOUND = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: example.files
            Bundle-Localization: l10n
            Provide-Capability: officina.plugin;officina.plugin="agent.files";kind="agent";descriptor="agent.json"
            Require-Capability: officina.permission;filter:="(officina.permission=fs.read)";
             folders:List<String>="*";reason="%why",
             officina.permission;filter:="(officina.permission=net.connect)";
             hosts:List<String>="*";reason="To ask.";resolution:=optional
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("bundle.jar");
    }

    @Test
    void a_sound_bundle_has_no_fault_and_its_risk_is_known() throws IOException {
        jar(SOUND, "l10n.properties", "why=To look for files.\n", "agent.json", "{}");
        PluginManifest read = PluginJar.read(file, Locale.ROOT);
        assertEquals(List.of(), read.problems());
        assertEquals(List.of(PluginRisk.SENDS_PRIVATE_DATA), read.risks());
        assertEquals(
                "To look for files.",
                read.plugins().getFirst().info().permissions().getFirst().reason());
    }

    @Test
    void every_fault_is_named_at_once() throws IOException {
        jar(SOUND.replace("ManifestVersion: 2", "ManifestVersion: 1")
                .replace("kind=\"agent\"", "kind=\"demon\"")
                .replace("Bundle-SymbolicName: example.files\n", ""));
        assertEquals(
                List.of("fs.read", "Bundle-SymbolicName", "Bundle-ManifestVersion", "agent.files", "agent.files"),
                subjects());
        jar("Manifest-Version: 1.0\nBundle-SymbolicName: a\nBundle-ManifestVersion: 2\n");
        assertEquals(List.of("officina.plugin"), subjects());
    }

    @Test
    void what_is_no_manifest_is_named() throws IOException {
        jar(null, "a.txt", "text");
        assertEquals(List.of("META-INF/MANIFEST.MF"), subjects());
        jar("Manifest-Version\n");
        assertEquals(List.of("META-INF/MANIFEST.MF"), subjects());
    }

    @Test
    void a_reason_that_would_trick_the_reader_is_not_shown() throws IOException {
        for (String reason : List.of("a\\u202eb", "a\\u2028b", "a\\nb", "a".repeat(501))) {
            jar(SOUND, "l10n.properties", "why=" + reason, "agent.json", "");
            assertEquals(List.of("fs.read"), subjects(), reason);
        }
    }

    @Test
    void a_bomb_costs_no_more_than_the_limit_of_one_entry() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(PluginJar.MANIFEST));
            byte[] zeros = new byte[1 << 16];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        assertEquals(List.of("META-INF/MANIFEST.MF"), subjects());
    }

    @Test
    void what_is_no_jar_or_no_file_is_refused() throws IOException {
        assertEquals("plugin.file", refusal());
        Files.writeString(file, "no jar");
        assertEquals("plugin.damaged", refusal());
        jar(SOUND, "l10n.properties", "why=To look for files.\n", "agent.json", "{}");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertEquals("plugin.damaged", refusal());
        Files.delete(file);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(PluginJar.LARGEST + 1);
        }
        assertEquals("plugin.file", refusal());
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals("plugin.file", refusal());
    }

    @Test
    void the_seeds_of_the_fuzzer_are_read() throws IOException {
        PluginJarFuzz.seeds().forEach(PluginJarFuzz::fuzzerTestOneInput);
    }

    private List<String> subjects() {
        return PluginJar.read(file, Locale.ROOT).problems().stream()
                .map(PluginProblem::subject)
                .toList();
    }

    private String refusal() {
        return assertThrows(FailureException.class, () -> PluginJar.read(file, Locale.ROOT))
                .failure()
                .code();
    }

    /** @param others names and texts of more files */
    private void jar(@Nullable String manifest, String... others) throws IOException {
        try (OutputStream disk = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(disk)) {
            if (manifest != null) {
                add(out, PluginJar.MANIFEST, manifest);
            }
            for (int i = 0; i < others.length; i += 2) {
                add(out, others[i], others[i + 1]);
            }
        }
    }

    private static void add(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
