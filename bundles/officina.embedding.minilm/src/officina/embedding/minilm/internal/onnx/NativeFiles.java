// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import officina.base.DurableFiles;
import org.jspecify.annotations.Nullable;

/**
 * Puts the native library of ONNX Runtime into a folder of ours and sees whether the system takes it from there. Left to
 * itself it would unpack into the folder for temporary files at each start; and once its classes have failed to
 * initialise, they have for as long as the process lives.
 */
final class NativeFiles {

    /** Where ONNX Runtime looks first. */
    static final String PLACE = "onnxruntime.native.path";

    /** In the order of loading; the last is needed on some systems. */
    private static final List<String> NAMES =
            List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared");

    private static final int NEEDED = 2;

    /** The library is loaded once for the whole process, whichever data folder comes first. */
    private static final Object LOADING = new Object();

    private final Resources resources;
    private final Path folder;

    NativeFiles(Resources resources, Path folder) {
        this.resources = resources;
        this.folder = folder;
    }

    /** Makes the classes of ONNX Runtime usable; does nothing where an earlier call in this process has done so. */
    void prepare() {
        synchronized (LOADING) {
            if (System.getProperty(PLACE) != null) {
                // a second copy beside the loaded one would not be harmless
                return;
            }
            unpack();
            tryToLoad(folder.resolve(System.mapLibraryName(NAMES.get(0))));
            System.setProperty(PLACE, folder.toAbsolutePath().toString());
            // makes an empty folder for temporary files and deletes it at an orderly end; which one nobody can tell
            OrtEnvironment.getEnvironment();
        }
    }

    /** Brings what lies in the folder to what the product has. */
    void unpack() {
        String system = system();
        for (int i = 0; i < NAMES.size(); i++) {
            String file = System.mapLibraryName(NAMES.get(i));
            boolean there = unpack("ai/onnxruntime/native/" + system + "/" + file, folder.resolve(file));
            if (!there && i < NEEDED) {
                throw EmbeddingFailures.unsupported(system);
            }
        }
    }

    /** The name that ONNX Runtime has for this system. */
    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        String short64 = processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor;
        return (name.contains("win") ? "win" : name.contains("mac") ? "osx" : "linux") + "-" + short64;
    }

    private boolean unpack(String path, Path file) {
        try (InputStream in = resources.library(path)) {
            if (in == null) {
                return false;
            }
            DurableFiles.createFolder(folder);
            if (!isSame(file, path)) {
                Path fresh = file.resolveSibling(file.getFileName() + ".unpacked");
                Files.deleteIfExists(fresh);
                DurableFiles.create(fresh, in.readAllBytes());
                DurableFiles.rename(fresh, file);
            }
            return true;
        } catch (IOException e) {
            throw EmbeddingFailures.notUnpacked(folder, e);
        }
    }

    /** What lies there may be from another version, or be damaged. */
    private boolean isSame(Path file, String path) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream ours = new BufferedInputStream(open(path), 1 << 16);
                InputStream there = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] one = new byte[1 << 16];
            byte[] other = new byte[1 << 16];
            int read;
            do {
                read = ours.readNBytes(one, 0, one.length);
                int also = there.readNBytes(other, 0, other.length);
                if (!Arrays.equals(one, 0, read, other, 0, also)) {
                    return false;
                }
            } while (read == one.length);
            return true;
        }
    }

    private InputStream open(String path) throws IOException {
        @Nullable InputStream in = resources.library(path);
        if (in == null) {
            throw new IOException("gone: " + path);
        }
        return in;
    }

    private static void tryToLoad(Path library) {
        try {
            // never unloaded: it is used at once
            SymbolLookup found = SymbolLookup.libraryLookup(library.toAbsolutePath(), Arena.global());
            if (found.find("OrtGetApiBase").isEmpty()) {
                throw new IllegalArgumentException("not the library it should be");
            }
        } catch (IllegalArgumentException | UnsatisfiedLinkError e) {
            throw EmbeddingFailures.refused(library, e);
        }
    }
}
