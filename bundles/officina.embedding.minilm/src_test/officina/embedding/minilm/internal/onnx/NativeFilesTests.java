// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTests {

    private static final String LIBRARY = System.mapLibraryName("onnxruntime");
    private static final String BRIDGE = System.mapLibraryName("onnxruntime4j_jni");

    @TempDir
    private Path folder;

    @Test
    void unpacks_into_its_folder_and_again_what_was_changed() throws Exception {
        NativeFiles files = new NativeFiles(new Product("one"), folder);
        files.unpack();
        Files.writeString(folder.resolve(LIBRARY), "changed");
        byte[] untouched = Files.readAllBytes(folder.resolve(BRIDGE));

        new NativeFiles(new Product("two"), folder).unpack();

        assertArrayEquals(content("two", LIBRARY), Files.readAllBytes(folder.resolve(LIBRARY)));
        assertArrayEquals(content("two", BRIDGE), Files.readAllBytes(folder.resolve(BRIDGE)));
        assertArrayEquals(content("one", BRIDGE), untouched);
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(
                    List.of(LIBRARY, BRIDGE),
                    all.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }

    /** Later versions bring a client that reports to their maker, with the command line; this product talks to nobody. */
    @Test
    void the_library_has_no_means_to_report_to_anybody() throws Exception {
        NativeFiles files = new NativeFiles(Resources.ofThisProduct(), folder);
        files.unpack();

        String library = Files.readString(folder.resolve(LIBRARY), StandardCharsets.ISO_8859_1);

        assertTrue(library.contains("OrtGetApiBase"), "this is the library");
        assertEquals(
                List.of(),
                Stream.of("libcurl", "/etc/machine-id", "/proc/self/cmdline", "/etc/ssl/")
                        .filter(library::contains)
                        .toList());
    }

    private static byte[] content(String version, String path) {
        return (version + path.substring(path.lastIndexOf('/') + 1))
                .repeat(9_000)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A product of some version with the two files that every system needs. */
    private record Product(String version) implements Resources {

        @Override
        public @Nullable InputStream library(String path) {
            return path.endsWith(LIBRARY) || path.endsWith(BRIDGE)
                    ? new ByteArrayInputStream(content(version, path))
                    : null;
        }

        @Override
        public @Nullable InputStream model(String name) {
            return null;
        }
    }
}
