// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Any bytes as the file that says where the socket is: a path, or none. Run by {@code releng/scripts/fuzz}. */
public final class PlaceFuzz {

    private static final Path DATA = folder();

    private PlaceFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(DATA.resolve("engine.sock.place"), data);
        SocketPlace.find(DATA);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("place");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of("/tmp/officina-me/0123.sock\n".getBytes(StandardCharsets.UTF_8), new byte[] {0, -1});
    }
}
