// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAccess;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.SecretRef;
import officina.base.SecretText;
import officina.net.okhttp.Confinement;
import officina.net.okhttp.HttpScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests in the name of plug-ins, over a real socket. */
class ConfinedHttpTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final SecretRef SECRET = new SecretRef("weather.key");
    private static final String KEY = "open-sesame-0815";
    private static final byte[] MUCH = new byte[300_000];

    static {
        Arrays.fill(MUCH, (byte) 0xfe);
    }

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();
    private final OkHttpTransport transport = new OkHttpTransport(Map.of(), host -> {
        lookedUp.add(host);
        return List.of(InetAddress.getLoopbackAddress());
    });
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", this::echo);
        server.createContext("/much", exchange -> answer(exchange, MUCH));
        server.start();
    }

    @AfterEach
    void end() {
        transport.close();
        server.stop(0);
    }

    @Test
    void a_connection_goes_to_the_address_that_was_decided_on_and_nobody_is_asked_for_the_name() throws Exception {
        HttpAnswer answer = http("example.org", null, 1 << 20, 1 << 20, "127.0.0.1")
                .send(call("GET", "example.org", "/echo", null, null), LONG);

        assertEquals(200, answer.status());
        assertEquals(List.of(), lookedUp);
        assertEquals(List.of("GET example.org:" + port()), seen);
        // from where nobody listens, though the name would lead here
        assertEquals(
                "net.unreachable",
                code(() -> http("localhost", null, 1 << 20, 1 << 20, "127.0.0.2")
                        .send(call("GET", "localhost", "/echo", null, null), LONG)));
    }

    @Test
    void a_secret_that_the_server_sends_back_is_masked_in_headers_and_body() throws Exception {
        for (Credential credential : List.of(
                Credential.bearer(SECRET), Credential.header("X-Key", SECRET), Credential.basic("me", SECRET))) {
            HttpAccess http = http("localhost", KEY, 1 << 20, 1 << 20, "127.0.0.1");
            HttpAnswer answer = http.send(call("GET", "localhost", "/echo", null, credential), LONG);
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            HttpAnswer _ = http.read(call("GET", "localhost", "/echo", null, credential), LONG, pieces::writeBytes);

            String all = answer.headers() + answer.body() + pieces.toString(StandardCharsets.UTF_8);
            assertTrue(all.contains("***"), all);
            assertFalse(all.contains(KEY), all);
            assertFalse(all.contains("bWU6b3Blbi"), all);
            assertTrue(
                    seen.stream().anyMatch(line -> line.contains(KEY) || line.contains("bWU6b3Blbi")), "it was sent");
        }
    }

    @Test
    void a_password_may_have_spaces() throws Exception {
        HttpAnswer answer = http("localhost", "four words of it", 1 << 20, 1 << 20, "127.0.0.1")
                .send(call("PROPFIND", "localhost", "/echo", "<propfind/>", Credential.basic("me", SECRET)), LONG);

        assertEquals(200, answer.status());
        assertEquals("PROPFIND localhost:" + port() + " Basic bWU6Zm91ciB3b3JkcyBvZiBpdA==", seen.getFirst());
    }

    @Test
    void a_password_is_masked_in_headers_in_whatever_letters_it_is() throws Exception {
        HttpAnswer answer = http("localhost", "zw\u00f6lf-\u043a\u043b\u044e\u0447", 1 << 20, 1 << 20, "127.0.0.1")
                .send(call("GET", "localhost", "/echo", null, Credential.basic("me", SECRET)), LONG);

        assertEquals("me:***", answer.header("x-echo-decoded"));
    }

    @Test
    void content_comes_in_pieces_as_it_is() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();

        HttpAnswer answer = http("localhost", null, 1000, 1 << 20, "127.0.0.1")
                .read(call("GET", "localhost", "/much", null, null), LONG, piece -> {
                    sizes.add(piece.length);
                    all.writeBytes(piece);
                });

        assertEquals("", answer.body());
        assertArrayEquals(MUCH, all.toByteArray());
        assertTrue(sizes.stream().allMatch(size -> size <= 64 << 10), sizes::toString);
    }

    @Test
    void more_than_is_taken_is_not_taken() {
        HttpCall call = call("GET", "localhost", "/much", null, null);
        assertEquals(
                "net.too-large",
                code(() ->
                        http("localhost", null, 299_999, 1 << 20, "127.0.0.1").send(call, LONG)));
        assertEquals(
                "net.too-large",
                code(() ->
                        http("localhost", null, 1 << 20, 299_999, "127.0.0.1").read(call, LONG, _ -> {})));
    }

    @Test
    void a_secret_is_not_sent_unencrypted_to_an_address_that_is_far() {
        assertEquals(
                "net.unencrypted",
                code(() -> http("localhost", KEY, 1 << 20, 1 << 20, "93.184.216.34")
                        .send(call("GET", "localhost", "/echo", null, Credential.bearer(SECRET)), LONG)));
    }

    @Test
    void a_host_that_the_client_reads_in_another_way_is_not_reached() {
        assertEquals(
                "net.not-granted",
                code(() -> http("127.1", null, 1 << 20, 1 << 20, "93.184.216.34")
                        .send(call("GET", "127.1", "/echo", null, null), LONG)));
        assertEquals(List.of(), seen);
    }

    private interface Asking {
        Object ask() throws InterruptedException;
    }

    private static String code(Asking asking) {
        return assertThrows(FailureException.class, asking::ask).failure().code();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private HttpAccess http(String host, @Nullable String key, int whole, long pieces, String address) {
        return transport.open(new HttpScope(
                URI.create("http://" + host + ":" + port()),
                LONG,
                key == null ? null : SECRET,
                _ -> key == null ? null : new SecretText(key.toCharArray()),
                new Confinement(List.of(InetAddress.ofLiteral(address)), whole, pieces)));
    }

    private HttpCall call(
            String method, String host, String path, @Nullable String body, @Nullable Credential credential) {
        return new HttpCall(method, URI.create("http://" + host + ":" + port() + path), Map.of(), body, credential);
    }

    /** Says what it was sent, in its headers and its content. */
    private void echo(HttpExchange exchange) throws IOException {
        StringBuilder line = new StringBuilder(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestHeaders().getFirst("Host"));
        for (String name : List.of("Authorization", "X-Key")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                line.append(' ').append(value);
                exchange.getResponseHeaders().set("X-Echo-" + name, value);
                if (value.startsWith("Basic ")) {
                    byte[] both = Base64.getDecoder().decode(value.substring("Basic ".length()));
                    // what is written is a byte for each letter
                    exchange.getResponseHeaders().set("X-Echo-Decoded", new String(both, StandardCharsets.ISO_8859_1));
                }
            }
        }
        seen.add(line.toString());
        answer(exchange, line.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, byte[] content) throws IOException {
        try (exchange) {
            byte[] _ = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
