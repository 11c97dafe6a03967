// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import officina.api.json.JsonObject;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/** The server's end of a connection: as much of HTTP/1.1 as it takes. */
final class ServerConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    ServerConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** The next request; {@code null} when the client has gone. */
    @Nullable
    SeenRequest read() throws IOException {
        String first = line();
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ");
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); header != null && !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        return new SeenRequest(parts[0], parts[1], headers, length == 0 ? JsonObject.EMPTY : Json.parseObject(body));
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = in.read(); each >= 0; each = in.read()) {
            if (each == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).strip();
            }
            line.write(each);
        }
        return null;
    }

    /** Answers with JSON. */
    void json(int status, String body) throws IOException {
        answer(status, Map.of(), body);
    }

    /** Answers with JSON and these headers. */
    void answer(int status, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        write(bytes);
    }

    /** Begins an answer of events. */
    void openEvents() throws IOException {
        write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a chunk of such an answer. */
    void chunk(byte[] bytes, int from, int length) throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream(length + 16);
        framed.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        framed.write(bytes, from, length);
        framed.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        write(framed.toByteArray());
    }

    /** Ends it. */
    void endEvents() throws IOException {
        write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits until the client goes. */
    void awaitEnd() {
        try {
            while (in.read() >= 0) {
                // a client that waits for an answer sends nothing
            }
        } catch (IOException gone) {
            // so it has
        }
    }

    /** Has the client see a reset and not an end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
