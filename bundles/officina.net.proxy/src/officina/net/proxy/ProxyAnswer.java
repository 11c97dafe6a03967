// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client is told before there is a tunnel, and the status of HTTP for it. */
enum ProxyAnswer {
    CONNECTED(200, "Connection established"),
    MALFORMED(400, "Bad Request"),
    FORBIDDEN(403, "Forbidden"),
    NO_CONNECT(405, "Method Not Allowed"),
    TOO_LONG(431, "Request Header Fields Too Large"),
    UNREACHABLE(502, "Bad Gateway"),
    BUSY(503, "Service Unavailable");

    private final int status;
    private final String words;

    ProxyAnswer(int status, String words) {
        this.status = status;
        this.words = words;
    }

    /** Why nothing was done, for the log. */
    String reason() {
        return status + " " + words;
    }

    ByteBuffer bytes() {
        String rest = this == CONNECTED ? "\r\n" : "Content-Length: 0\r\nConnection: close\r\n\r\n";
        return ByteBuffer.wrap(
                ("HTTP/1.1 " + status + " " + words + "\r\n" + rest).getBytes(StandardCharsets.US_ASCII));
    }
}
