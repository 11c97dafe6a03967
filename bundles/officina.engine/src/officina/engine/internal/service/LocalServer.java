// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.protocol.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server of this machine whether it has models: one request without any key or cookie, past every proxy, answered
 * within a second or not at all.
 *
 * @param address where its interface begins
 */
record LocalServer(URI address) {

    private static final Logger log = LoggerFactory.getLogger(LocalServer.class);

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int CONNECT_MILLIS = 300;
    private static final int LIMIT_MILLIS = 1_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final String BORDER = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]{1,10})\r\n");

    static boolean isLocal(URI address) {
        return address.getHost() != null
                && HOSTS.contains(address.getHost())
                && "http".equals(address.getScheme())
                && address.getPort() > 0;
    }

    /** The names of its models; empty where nothing answers, or what does is no such server. */
    Optional<List<String>> models() {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000L;
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort()), CONNECT_MILLIS);
            String request = "GET " + address.getRawPath() + "/models HTTP/1.0\r\nHost: " + address.getAuthority()
                    + "\r\nAccept: application/json\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return models(read(socket, end));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String read(Socket socket, long end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        InputStream in = socket.getInputStream();
        while (bytes.size() < MOST_BYTES && !isWhole(bytes)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IOException("the server takes too long");
            }
            socket.setSoTimeout((int) left);
            int count = in.read(buffer);
            if (count < 0) {
                break;
            }
            bytes.write(buffer, 0, count);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Whether all is there that the head speaks of: not every server hangs up. */
    private static boolean isWhole(ByteArrayOutputStream bytes) {
        String answer = bytes.toString(StandardCharsets.ISO_8859_1);
        int body = answer.indexOf(BORDER);
        Matcher length = LENGTH.matcher(answer);
        return body >= 0
                && length.find()
                && length.start() < body
                && bytes.size() >= body + BORDER.length() + Long.parseLong(length.group(1));
    }

    private static Optional<List<String>> models(String answer) {
        int body = answer.indexOf(BORDER);
        if (body < 0 || !answer.matches("(?s)HTTP/1\\.[01] 200\\b.*")) {
            return Optional.empty();
        }
        try {
            JsonObject list =
                    Json.parseObject(plain(answer.substring(0, body), answer.substring(body + BORDER.length())));
            return list.has("data")
                    ? Optional.of(list.items("data").stream()
                            .filter(JsonObject.class::isInstance)
                            .flatMap(each -> Stream.ofNullable(((JsonObject) each).text("id")))
                            .toList())
                    : Optional.empty();
        } catch (FailureException e) {
            log.debug("what answers on a port of this machine is no server with models");
            return Optional.empty();
        }
    }

    /** Some servers send pieces even to who speaks the old version; one line with the length before each. */
    private static String plain(String head, String body) {
        if (!head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            return body;
        }
        int from = body.indexOf('{');
        int to = body.lastIndexOf('}');
        return from < 0 || to < from ? "" : body.substring(from, to + 1).replaceAll("\r\n[0-9a-fA-F]+\r\n", "");
    }
}
