// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectRequestTests {

    @Test
    void a_host_and_a_port_are_asked_for() throws Exception {
        assertEquals("example.org:443", place("CONNECT Example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n"));
        assertEquals(
                "[0:0:0:0:0:0:0:1]:80", place("CONNECT [::1]:80 HTTP/1.0\r\nUser-Agent: x y\r\nA:\r\nB:\t1\r\n\r\n"));
    }

    @Test
    void nothing_else_is_a_request_to_a_proxy() {
        for (String other : List.of(
                "GET http://example.org/ HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n",
                "POST http://127.0.0.1/ HTTP/1.1\r\n\r\n",
                "CONNECTX example.org:443 HTTP/1.1\r\n\r\n")) {
            assertEquals(ProxyAnswer.NO_CONNECT, refused(other), other);
        }
    }

    @Test
    void what_may_be_read_in_two_ways_is_refused() {
        for (String head : List.of(
                "",
                "\r\n\r\n",
                "CONNECT example.org HTTP/1.1\r\n\r\n",
                "CONNECT  example.org:443 HTTP/1.1\r\n\r\n",
                "CONNECT example.org:443  HTTP/1.1\r\n\r\n",
                " CONNECT example.org:443 HTTP/1.1\r\n\r\n",
                "CONNECT\texample.org:443 HTTP/1.1\r\n\r\n",
                "CONNECT example.org:443 HTTP/2\r\n\r\n",
                "CONNECT example.org:443\r\n\r\n",
                "CONNECT example.org:443 127.0.0.1:80 HTTP/1.1\r\n\r\n",
                "CONNECT me@example.org:443 HTTP/1.1\r\n\r\n",
                "CONNECT 127.0.0.1:80#@example.org:443 HTTP/1.1\r\n\r\n",
                "CONNECT http://example.org:443 HTTP/1.1\r\n\r\n",
                "CONNECT example.org:443/../x HTTP/1.1\r\n\r\n",
                "CONNECT example.org:443\0 HTTP/1.1\r\n\r\n",
                "CONNECT example.org:0443:443 HTTP/1.1\r\n\r\n",
                "CONNECT 127.1:80 HTTP/1.1\r\n\r\n",
                "CONNECT 0x7f000001:80 HTTP/1.1\r\n\r\n",
                "CONNECT ex\u00e4mple.org:443 HTTP/1.1\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\n\n",
                "CONNECT example.org:443 HTTP/1.1\r\n folded: yes\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nA: b\nHost: other\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nA: b\rHost: other\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nno colon\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nA : b\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nA: \0\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\nContent-Length: 5\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n",
                "CONNECT example.org:443 HTTP/1.1\r\n")) {
            assertEquals(ProxyAnswer.MALFORMED, refused(head), head);
        }
    }

    @Test
    void what_comes_before_an_answer_is_refused() {
        assertEquals(
                ProxyAnswer.MALFORMED,
                refused("CONNECT example.org:443 HTTP/1.1\r\n\r\nGET http://127.0.0.1/ HTTP/1.1\r\n\r\n"));
        assertEquals(ProxyAnswer.MALFORMED, refused("CONNECT example.org:443 HTTP/1.1\r\n\r\nx"));
    }

    @Test
    void a_head_without_end_is_refused_when_it_is_too_long() {
        assertEquals(
                ProxyAnswer.TOO_LONG,
                refused("CONNECT example.org:443 HTTP/1.1\r\nA: " + "b".repeat(1 << 20) + "\r\n\r\n"));
        assertEquals(ProxyAnswer.TOO_LONG, refused("C".repeat(1 << 20)));
        assertEquals(ProxyAnswer.TOO_LONG, refused("CONNECT a:1 HTTP/1.1\r\n" + "A:\r\n".repeat(1 << 16) + "\r\n"));
    }

    private static String place(String head) throws Exception {
        return read(head).place().toString();
    }

    private static ConnectRequest read(String head) throws Exception {
        return ConnectRequest.read(
                Channels.newChannel(new ByteArrayInputStream(head.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static ProxyAnswer refused(String head) {
        return assertThrows(ConnectRequest.Refused.class, () -> read(head)).answer();
    }
}
