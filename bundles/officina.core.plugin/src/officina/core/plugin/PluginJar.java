// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the manifest of a bundle that is not installed, whoever made it: no code of it runs, nothing of it is unpacked, and
 * of what is read no more than a limit is. Any thread; blocks on the disk.
 */
public final class PluginJar {

    /** A larger file is not opened: its list of entries alone could fill the memory. */
    public static final long LARGEST = 64L << 20;

    /** So much of one entry is read: manifests and texts are far smaller. */
    static final int LARGEST_ENTRY = 1 << 20;

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private PluginJar() {}

    /**
     * What the bundle says, with every fault of its declarations among the problems.
     *
     * @param locale the language of the reasons, where the plug-in has it
     * @throws FailureException {@code plugin.file} where there is no file that could be one, {@code plugin.damaged} where
     *     it is no jar
     */
    public static PluginManifest read(Path file, Locale locale) {
        requireFile(file);
        try (ZipFile jar = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Map<String, String> headers = headers(jar);
            PluginManifest read = new ManifestReader(locale).read(headers, false, path -> open(jar, path));
            return new PluginFaults(headers, path -> has(jar, path)).of(read);
        } catch (IOException | IllegalArgumentException e) {
            // what libraries say of damage may quote it
            throw new FailureException(
                    Failure.of(
                            "plugin.damaged",
                            ErrorKind.USER,
                            "\"" + file + "\" is no jar that can be read.",
                            "Build the bundle again, or copy it again."),
                    e);
        }
    }

    /** The files in a bundle, each opened when it is asked for. */
    public static PluginFiles files(Path file) {
        return path -> {
            try (ZipFile jar = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
                return open(jar, path);
            } catch (IllegalArgumentException e) {
                throw new IOException("no jar", e);
            }
        };
    }

    private static void requireFile(Path file) {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw unfit(file, "is no file that can be read.", "Name the jar of a bundle.");
            }
            if (Files.size(file) > LARGEST) {
                throw unfit(
                        file,
                        "is larger than " + (LARGEST >> 20) + " MB, and is not opened.",
                        "Leave out of the bundle what it does not need.");
            }
        } catch (IOException e) {
            throw unfit(file, "cannot be read.", "Look whether the disk is there.");
        }
    }

    private static FailureException unfit(Path file, String what, String remedy) {
        return new FailureException(Failure.of("plugin.file", ErrorKind.USER, "\"" + file + "\" " + what, remedy));
    }

    /** The main headers of the manifest; none where it has none, or one that cannot be read. */
    private static Map<String, String> headers(ZipFile jar) {
        Map<String, String> headers = new LinkedHashMap<>();
        try (InputStream in = open(jar, MANIFEST)) {
            if (in != null) {
                new Manifest(in)
                        .getMainAttributes()
                        .forEach((name, value) -> headers.put(name.toString(), value.toString()));
            }
            return headers;
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** An entry, whole; {@code null} where there is none. Its size is what comes, not what the jar says. */
    private static @Nullable InputStream open(ZipFile jar, String path) throws IOException {
        ZipEntry entry = jar.getEntry(path);
        if (entry == null || entry.isDirectory()) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] content = in.readNBytes(LARGEST_ENTRY + 1);
            if (content.length > LARGEST_ENTRY) {
                throw new IOException("an entry is too large");
            }
            return new ByteArrayInputStream(content);
        }
    }

    /** Whether there is a file of that path. */
    private static boolean has(ZipFile jar, String path) {
        ZipEntry entry = jar.getEntry(path);
        return entry != null && !entry.isDirectory();
    }
}
