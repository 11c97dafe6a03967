// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import officina.api.error.FailureException;

/** Any bytes as a stranger's jar: read or refused. Run by {@code releng/scripts/fuzz}. */
public final class PluginJarFuzz {

    private PluginJarFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            Path file = Files.createTempFile("bundle", ".jar");
            try {
                Files.write(file, data);
                PluginManifest read = PluginJar.read(file, Locale.ROOT);
                if (read.plugins().isEmpty() && read.problems().isEmpty()) {
                    throw new AssertionError("there is no plug-in in it, and nobody says so");
                }
            } catch (FailureException refused) {
                if (!refused.failure().code().equals("plugin.damaged")) {
                    throw refused;
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() throws IOException {
        byte[] manifest = ManifestFuzz.seeds().getFirst();
        return List.of(
                jar(ZipEntry.DEFLATED, manifest),
                jar(ZipEntry.STORED, manifest),
                jar(ZipEntry.DEFLATED, ManifestFuzz.seeds().getLast()));
    }

    private static byte[] jar(int method, byte[] manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(method == ZipEntry.STORED ? 0 : 9);
            add(out, PluginJar.MANIFEST, manifest);
            add(out, "l10n.properties", "why=To look.\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
