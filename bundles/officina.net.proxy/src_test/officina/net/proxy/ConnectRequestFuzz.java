// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import officina.core.plugin.HostPort;

/** What a program in the sandbox says to its proxy. */
public final class ConnectRequestFuzz {

    private ConnectRequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        ConnectRequest read;
        try {
            read = ConnectRequest.read(Channels.newChannel(new ByteArrayInputStream(data)));
        } catch (ConnectRequest.Refused _) {
            return;
        }
        if (!read.place().equals(HostPort.parse(read.place().toString()))) {
            throw new AssertionError("a place is read again as another one");
        }
        if (data.length > ConnectRequest.LONGEST) {
            throw new AssertionError("what came with a request was passed over");
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                bytes("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n"),
                bytes("CONNECT [::ffff:127.0.0.1]:80 HTTP/1.0\r\nA:\r\n\r\n"),
                bytes("GET http://example.org/ HTTP/1.1\r\n\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
