// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAccess;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.SecretRef;
import officina.api.host.ServerEvent;
import officina.base.SecretText;
import officina.base.Threads;
import officina.net.okhttp.HttpScope;
import officina.testkit.model.LocalModelServer;
import officina.testkit.model.ModelScript;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests over a real socket. */
class ScopedHttpTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final SecretRef SECRET = new SecretRef("provider.kit");

    private final LocalModelServer server = LocalModelServer.start();
    private final OkHttpTransport transport = new OkHttpTransport();

    @AfterEach
    void end() {
        transport.close();
        server.close();
    }

    @Test
    void an_answer_comes_whole() throws Exception {
        HttpAnswer answer = http("key").send(call("/models", null), LONG);

        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("content-type"));
        assertTrue(answer.body().contains("tiny"), answer.body());
    }

    @Test
    void events_come_one_by_one_while_the_server_still_speaks() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.answer(ModelScript.start().say("one").hold(gate).say("two").finish("stop"));
        List<ServerEvent> events = new ArrayList<>();

        HttpAnswer answer = http("key").stream(completion(), () -> LONG, event -> {
            events.add(event);
            gate.countDown();
        });

        assertTrue(answer.success());
        assertEquals("[DONE]", events.getLast().data());
        assertTrue(events.getFirst().data().contains("one"), events.toString());
    }

    @Test
    void a_refusal_is_an_answer_and_no_events() throws Exception {
        server.answer(ModelScript.refusing(429, Map.of("Retry-After", "7"), "{}"));
        List<ServerEvent> events = new ArrayList<>();

        HttpAnswer answer = http("key").stream(completion(), () -> LONG, events::add);

        assertEquals(429, answer.status());
        assertEquals("7", answer.header("retry-after"));
        assertEquals(List.of(), events);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (LocalModelServer other = LocalModelServer.start()) {
            server.answer(ModelScript.refusing(307, Map.of("Location", other.address() + "/chat/completions"), "{}"));

            HttpAnswer answer = http("key").stream(completion(), () -> LONG, _ -> {});

            assertEquals(307, answer.status());
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void the_secret_joins_the_request_and_only_the_one_that_was_granted() throws Exception {
        HttpCall with =
                new HttpCall("GET", server.address().resolve("/v1/models"), Map.of(), null, Credential.bearer(SECRET));
        http("a-key").send(with, LONG);
        assertEquals("Bearer a-key", server.requests().getFirst().headers().get("authorization"));

        HttpCall other = new HttpCall(
                "GET",
                server.address().resolve("/v1/models"),
                Map.of(),
                null,
                Credential.bearer(new SecretRef("provider.other")));
        assertEquals("net.not-granted", code(() -> http("a-key").send(other, LONG)));
        assertEquals("net.secret-missing", code(() -> http(null).send(with, LONG)));
        FailureException unfit =
                assertThrows(FailureException.class, () -> http("two\nlines").send(with, LONG));
        assertEquals("net.secret-missing", unfit.failure().code());
        assertFalse(unfit.getMessage().contains("lines"), unfit.getMessage());
        assertEquals(1, server.requests().size());
    }

    @Test
    void a_secret_does_not_leave_the_private_network_unencrypted() {
        for (String far : List.of("192.0.2.1", "[2001:db8::1]", "999.1.1.1", "127.0.0.1.2.3")) {
            assertEquals("net.unencrypted", code(() -> withKey(transport, "http://" + far)), far);
        }
    }

    @Test
    void a_secret_goes_unencrypted_only_where_its_addresses_are_and_past_no_proxy() throws Exception {
        Map<String, List<String>> addresses = Map.of(
                "near.example", List.of("127.0.0.1"),
                "far.example", List.of("192.0.2.1"),
                "both.example", List.of("127.0.0.1", "192.0.2.1"));
        List<String> asked = new CopyOnWriteArrayList<>();
        Dns names = host -> {
            asked.add(host);
            if (!addresses.containsKey(host)) {
                throw new UnknownHostException("nobody knows it");
            }
            return addresses.get(host).stream().map(InetAddress::ofLiteral).toList();
        };
        String port = ":" + server.address().getPort();
        try (LocalModelServer proxy = LocalModelServer.start();
                OkHttpTransport proxied = new OkHttpTransport(
                        Map.of("http_proxy", "127.0.0.1:" + proxy.address().getPort()), names)) {
            assertEquals("net.unreachable", code(() -> withKey(proxied, "http://unknown.example" + port)));
            assertEquals("net.unencrypted", code(() -> withKey(proxied, "http://far.example" + port)));
            assertEquals("net.unencrypted", code(() -> withKey(proxied, "http://both.example" + port)));
            assertEquals(List.of(), server.requests());
            asked.clear();

            assertEquals(200, withKey(proxied, "http://near.example" + port).status());

            assertEquals(List.of("near.example"), asked);
            assertEquals(1, server.requests().size());
            assertEquals(List.of(), proxy.requests());
            URI open = URI.create("http://far.example" + port + "/v1/models");
            proxied.open(new HttpScope(open, LONG, null, _ -> null))
                    .send(new HttpCall("GET", open, Map.of(), null, null), LONG);
            assertEquals(1, proxy.requests().size(), "without a key the proxy is used");
        }
    }

    private static HttpAnswer withKey(OkHttpTransport transport, String origin) throws InterruptedException {
        URI address = URI.create(origin + "/v1/models");
        return transport
                .open(new HttpScope(address, LONG, SECRET, _ -> new SecretText("key".toCharArray())))
                .send(new HttpCall("GET", address, Map.of(), null, Credential.bearer(SECRET)), LONG);
    }

    @Test
    void what_steers_the_connection_cannot_be_asked_for() {
        for (String method : List.of("TRACE", "CONNECT", "PURGE", "get", "GET /x HTTP/1.1")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new HttpCall(method, server.address(), Map.of(), null, null),
                    method);
        }
        for (String name : List.of(
                "Host",
                "CONNECTION",
                "Content-Length",
                "Proxy-Authorization",
                "Transfer-Encoding",
                "Accept-Encoding",
                "",
                "a b",
                "a:")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new HttpCall("GET", server.address(), Map.of(name, "x"), null, null),
                    name);
            assertThrows(IllegalArgumentException.class, () -> new Credential(name, "", null, SECRET), name);
        }
        for (String unfit : List.of("Caf\u00e9 ", "a\nb", "\0")) {
            IllegalArgumentException value = assertThrows(
                    IllegalArgumentException.class,
                    () -> new HttpCall("GET", server.address(), Map.of("X-Kit", unfit), null, null));
            assertFalse(value.getMessage().contains(unfit), value.getMessage());
            assertThrows(IllegalArgumentException.class, () -> new Credential("X-Key", unfit, null, SECRET), unfit);
        }
    }

    @Test
    void a_part_of_an_answer_cannot_be_asked_for_with_a_secret() {
        URI address = server.address();
        Map<String, String> part = Map.of("RANGE", "bytes=0-7");
        assertEquals(part, new HttpCall("GET", address, part, null, null).headers());
        assertThrows(
                IllegalArgumentException.class,
                () -> new HttpCall("GET", address, part, null, Credential.bearer(SECRET)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new HttpCall("GET", address, Map.of(), null, Credential.header("Range", SECRET)));
    }

    @Test
    void what_the_client_refuses_fails_without_its_words() {
        // a port that an address of Java may have, and one of OkHttp may not
        URI odd = URI.create("https://127.0.0.1:99999/v1");
        HttpAccess http = transport.open(new HttpScope(odd, LONG, SECRET, _ -> new SecretText("a-key".toCharArray())));

        FailureException unfit = assertThrows(
                FailureException.class,
                () -> http.send(new HttpCall("GET", odd, Map.of(), null, Credential.bearer(SECRET)), LONG));

        assertEquals("net.unfit", unfit.failure().code());
        assertNull(unfit.getCause());
        assertFalse(unfit.getMessage().contains("a-key"), unfit.getMessage());
    }

    @Test
    void another_origin_is_not_reached() {
        for (String address : List.of(
                "http://127.0.0.1:1/v1",
                "https://127.0.0.1:" + server.address().getPort() + "/v1",
                "http://localhost:" + server.address().getPort() + "/v1",
                "http://me@127.0.0.1:" + server.address().getPort() + "/v1")) {
            HttpCall call = new HttpCall("GET", URI.create(address), Map.of(), null, null);
            assertEquals("net.not-granted", code(() -> http("key").send(call, LONG)), address);
        }
        assertEquals(List.of(), server.requests());
    }

    @Test
    void nobody_at_the_address_is_unreachable() {
        URI nobody = URI.create("http://127.0.0.1:1");
        HttpAccess http = transport.open(new HttpScope(nobody, LONG, null, _ -> null));

        assertEquals(
                "net.unreachable",
                code(() -> http.send(new HttpCall("GET", nobody.resolve("/v1"), Map.of(), null, null), LONG)));
    }

    @Test
    void a_connection_that_is_never_secured_is_no_connection() throws Exception {
        List<Duration> asked = new ArrayList<>();
        // takes connections, and says nothing
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("https://127.0.0.1:" + mute.getLocalPort() + "/v1");
            HttpAccess http = transport.open(new HttpScope(address, Duration.ofMillis(50), null, _ -> null));
            HttpCall call = new HttpCall("GET", address, Map.of(), null, null);

            assertEquals("net.connect-timeout", code(() -> http.send(call, Duration.ofDays(1))));
            assertEquals(
                    "net.connect-timeout",
                    code(() -> http.stream(
                            call,
                            () -> {
                                asked.add(LONG);
                                return LONG;
                            },
                            _ -> {})));
        }
        assertEquals(List.of(), asked, "the patience is for what comes after the connection");
    }

    @Test
    void a_reset_in_the_middle_is_a_broken_connection() {
        server.answer(ModelScript.start().say("half").reset());

        assertEquals("net.broken", code(() -> http("key").stream(completion(), () -> LONG, _ -> {})));
    }

    @Test
    void silence_ends_the_request_and_closes_its_connection() throws Exception {
        server.answer(ModelScript.start().say("half").hang());
        List<ServerEvent> events = new ArrayList<>();

        // patient until something came, so that the machine's speed decides nothing
        assertEquals(
                "net.answer-timeout",
                code(() -> http("key").stream(
                        completion(), () -> events.isEmpty() ? LONG : Duration.ofMillis(1), events::add)));
        assertTrue(server.awaitClientLeft(), "the connection was not closed");
        assertEquals(1, events.size());
    }

    @Test
    void an_interrupt_closes_the_connection() throws Exception {
        server.answer(ModelScript.start().say("half").hang());
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread asks = Threads.start("asks", () -> {
            try {
                outcome.set(http("key").stream(completion(), () -> LONG, _ -> begun.countDown()));
            } catch (InterruptedException | RuntimeException e) {
                outcome.set(e);
            }
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS), "no event came");

        asks.interrupt();

        assertTrue(server.awaitClientLeft(), "the connection was not closed");
        assertTrue(asks.join(LONG), "whoever asked still waits");
        assertTrue(outcome.get() instanceof InterruptedException, String.valueOf(outcome.get()));
    }

    @Test
    void what_a_listener_throws_closes_the_connection() throws Exception {
        server.answer(ModelScript.start().say("half").hang());

        assertThrows(
                UnsupportedOperationException.class,
                () -> http("key").stream(completion(), () -> LONG, _ -> {
                    throw new UnsupportedOperationException("enough");
                }));
        assertTrue(server.awaitClientLeft(), "the connection was not closed");
    }

    private interface Asking {
        Object ask() throws InterruptedException;
    }

    private static String code(Asking asking) {
        return assertThrows(FailureException.class, asking::ask).failure().code();
    }

    private HttpAccess http(@Nullable String key) {
        return transport.open(new HttpScope(
                server.address(), LONG, SECRET, _ -> key == null ? null : new SecretText(key.toCharArray())));
    }

    private HttpCall call(String path, @Nullable String body) {
        return new HttpCall(body == null ? "GET" : "POST", URI.create(server.address() + path), Map.of(), body, null);
    }

    private HttpCall completion() {
        return call("/chat/completions", "{\"model\":\"tiny\",\"stream\":true}");
    }
}
