// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** What a program says at the proxy's socket, and hears there. */
final class Words {

    private Words() {}

    /** Says it, and hears the head of an answer. */
    static String asks(SocketChannel program, String request) throws IOException {
        write(program, request);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            String next = read(program, 1);
            if (next.isEmpty()) {
                return head.toString();
            }
            head.append(next);
        }
        return head.toString();
    }

    static void write(SocketChannel program, String words) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(words.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            program.write(bytes);
        }
    }

    static String read(SocketChannel program, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && program.read(bytes) >= 0) {
            // until it is full
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    /** All until the end; a reset is one. */
    static String rest(SocketChannel program) {
        StringBuilder all = new StringBuilder();
        try {
            for (String next = read(program, 1); !next.isEmpty(); next = read(program, 1)) {
                all.append(next);
            }
        } catch (IOException reset) {
            // what came before it counts
        }
        return all.toString();
    }
}
