// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import officina.api.error.FailureException;
import officina.base.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files over a real socket, of a server that answers once. */
class DownloadTests {

    private static final byte[] CONTENT = {0, (byte) 0xff, (byte) 0xfe, 13, 10, 0, (byte) 0x80};

    private final OkHttpTransport transport = new OkHttpTransport();
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void end() throws IOException {
        transport.close();
        server.close();
    }

    private void answers(String head, byte[] body) {
        Threads.start("server", () -> {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                byte[] asked = new byte[1];
                StringBuilder all = new StringBuilder();
                while (!all.toString().endsWith("\r\n\r\n")
                        && socket.getInputStream().read(asked) > 0) {
                    all.append((char) asked[0]);
                }
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(body);
            } catch (IOException e) {
                // who asked has gone
            }
        });
    }

    private int takes(long most) {
        return transport.download(
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/file.jar"),
                got,
                most,
                Duration.ofSeconds(30));
    }

    private String fails(long most) {
        return assertThrows(FailureException.class, () -> takes(most)).failure().code();
    }

    @Test
    void a_file_comes_byte_by_byte_as_it_is_whatever_it_is_said_to_be() {
        answers(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-16\r\nContent-Length: " + CONTENT.length
                        + "\r\n\r\n",
                CONTENT);
        assertEquals(200, takes(CONTENT.length));
        assertArrayEquals(CONTENT, got.toByteArray());
    }

    @Test
    void one_that_is_larger_than_it_may_be_is_left() {
        answers("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", CONTENT);
        assertEquals("net.too-large", fails(CONTENT.length - 1));
    }

    @Test
    void what_a_server_says_instead_of_the_file_is_no_file() {
        answers("HTTP/1.1 404 Not Found\r\nContent-Length: " + CONTENT.length + "\r\n\r\n", CONTENT);
        assertEquals(404, takes(100));
        answers("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", new byte[0]);
        assertEquals(302, takes(100));
        assertEquals(0, got.size());
    }

    @Test
    void half_a_file_is_none_and_nobody_there_is_told_as_that() throws Exception {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", CONTENT);
        assertEquals("net.broken", fails(1_000));
        server.close();
        assertEquals("net.unreachable", fails(1_000));
    }
}
