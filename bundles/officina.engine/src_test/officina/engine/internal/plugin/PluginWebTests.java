// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAccess;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.base.SecretText;
import officina.base.Threads;
import officina.core.plugin.AccessLog;
import officina.core.plugin.AccessScope;
import officina.core.plugin.Grants;
import officina.core.plugin.HandleScope;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.net.HostNames;
import officina.core.plugin.net.NetGate;
import officina.core.plugin.net.Web;
import officina.engine.internal.KeptSecrets;
import officina.net.okhttp.internal.OkHttpTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of a plug-in from its handle to a real server. */
@Timeout(60)
class PluginWebTests implements AccessLog {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final PluginId PLUGIN = new PluginId("agent.sample");
    private static final SecretRef KEY = new SecretRef("sample.key");
    private static final String SESAME = "open-sesame-0815";

    private final Grants grants = new Grants();
    private final PermissionBroker broker = new PermissionBroker(grants);
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final KeptSecrets vault = new KeptSecrets();
    private final OkHttpTransport transport = new OkHttpTransport();
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final HttpAccess http = new Web(
                    broker,
                    new NetGate(broker, HostNames.SYSTEM),
                    new PluginWeb(() -> transport, new PluginSecrets(vault)))
            .of(
                    new AccessScope(PLUGIN, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), this),
                    new HandleScope());
    private HttpServer server;
    private HttpServer other;

    @BeforeEach
    void begin() throws IOException {
        server = started();
        other = started();
    }

    private HttpServer started() throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setExecutor(Threads.perTask("server"));
        made.createContext("/", exchange -> answer(made, exchange));
        made.start();
        return made;
    }

    @AfterEach
    void end() {
        go.countDown();
        transport.close();
        server.stop(0);
        other.stop(0);
    }

    @Test
    void a_granted_server_answers_and_both_ends_are_logged() throws Exception {
        allow(PermissionType.NET_CONNECT, at(server));

        HttpAnswer answer = http.send(get(server, "/hello?token=abc"), LONG);

        assertEquals("hello", answer.body());
        assertEquals(
                List.of(
                        "used net.connect " + at(server) + ": GET " + at(server),
                        "used net.connect " + at(server) + ": end " + at(server) + " 200, sent 0, received 5"),
                logged);
    }

    @Test
    void this_machine_is_reached_by_its_own_name_alone() throws Exception {
        allow(PermissionType.NET_CONNECT, "*");
        assertEquals("net.private", code(() -> http.send(get(server, "/hello"), LONG)));
        URI named = URI.create("http://localhost:" + server.getAddress().getPort() + "/hello");
        HttpCall call = new HttpCall("GET", named, Map.of(), null, null);
        assertEquals("net.private", code(() -> http.send(call, LONG)));
        assertEquals(List.of(), seen);

        allow(PermissionType.NET_CONNECT, "localhost:" + server.getAddress().getPort());
        assertEquals("hello", http.send(call, LONG).body());
    }

    @Test
    void a_secret_goes_to_the_origin_that_it_was_given_for_and_comes_back_masked() throws Exception {
        allow(PermissionType.NET_CONNECT, at(server));
        allow(PermissionType.NET_CONNECT, at(other));
        allow(PermissionType.SECRET_USE, KEY.name());
        vault.put(PluginSecrets.place(PLUGIN, KEY, get(server, "/").address()), new SecretText(SESAME.toCharArray()));

        HttpAnswer echoed = http.send(with(server, "/echo"), LONG);
        assertTrue(seen.getFirst().contains("Bearer " + SESAME), seen::toString);
        assertEquals("Bearer ****************", echoed.body());
        assertEquals("Bearer ***", echoed.header("x-echo"));
        seen.clear();

        assertEquals("net.secret-missing", code(() -> http.send(with(other, "/echo"), LONG)));
        assertEquals(List.of(), seen);

        HttpAnswer led = http.send(with(server, "/away"), LONG);
        assertEquals("Bearer none", led.body());
        assertFalse((logged + "" + seen.subList(1, seen.size())).contains(SESAME), "it stays with its origin");
    }

    @Test
    void a_secret_has_another_place_for_each_plug_in_name_and_origin() {
        URI origin = URI.create("https://example.org/a");
        String place = PluginSecrets.place(PLUGIN, KEY, origin);
        assertEquals(place, PluginSecrets.place(PLUGIN, KEY, URI.create("HTTPS://EXAMPLE.org:443/b")));
        assertNotEquals(place, PluginSecrets.place(PLUGIN, KEY, URI.create("http://example.org:443/")));
        assertNotEquals(place, PluginSecrets.place(PLUGIN, KEY, URI.create("https://example.org:444/")));
        assertNotEquals(place, PluginSecrets.place(PLUGIN, new SecretRef("sample.key2"), origin));
        assertNotEquals(place, PluginSecrets.place(new PluginId("agent.other"), KEY, origin));
    }

    @Test
    void a_redirect_to_what_was_not_granted_is_not_followed() {
        allow(PermissionType.NET_CONNECT, at(server));

        assertEquals("permission.denied", code(() -> http.send(get(server, "/away"), LONG)));

        assertEquals(1, seen.size());
        assertEquals("denied net.connect " + at(other) + ": GET " + at(other), logged.getLast());
    }

    @Test
    void an_interrupt_ends_a_request_and_frees_its_place() throws Exception {
        allow(PermissionType.NET_CONNECT, at(server));
        for (int i = 0; i < 10; i++) {
            AtomicReference<Object> outcome = new AtomicReference<>();
            Thread asks = Threads.start("asks", () -> {
                try {
                    outcome.set(http.send(get(server, "/hang"), LONG));
                } catch (InterruptedException | RuntimeException e) {
                    outcome.set(e);
                }
            });
            hangs.await();
            asks.interrupt();
            asks.join();
            assertTrue(outcome.get() instanceof InterruptedException, String.valueOf(outcome.get()));
        }
    }

    private interface Asking {
        Object ask() throws InterruptedException;
    }

    private static String code(Asking asking) {
        return assertThrows(FailureException.class, asking::ask).failure().code();
    }

    private void allow(PermissionType type, String resource) {
        grants.hold(
                new RecordId(UUID.randomUUID()),
                new Grant(PLUGIN, new Permission(type, resource), GrantScope.ALWAYS, null, Instant.EPOCH));
    }

    private static String at(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpCall get(HttpServer server, String path) {
        return new HttpCall("GET", URI.create("http://" + at(server) + path), Map.of(), null, null);
    }

    private static HttpCall with(HttpServer server, String path) {
        return new HttpCall("GET", get(server, path).address(), Map.of(), null, Credential.bearer(KEY));
    }

    private void answer(HttpServer which, HttpExchange exchange) throws IOException {
        String proof = exchange.getRequestHeaders().getFirst("Authorization");
        seen.add(exchange.getRequestURI() + " " + proof);
        try (exchange) {
            String words =
                    switch (exchange.getRequestURI().getPath()) {
                        case "/hang" -> hang();
                        case "/echo" -> {
                            exchange.getResponseHeaders().set("X-Echo", String.valueOf(proof));
                            yield proof == null ? "Bearer none" : proof;
                        }
                        default -> "hello";
                    };
            boolean away = which == server && exchange.getRequestURI().getPath().equals("/away");
            if (away) {
                exchange.getResponseHeaders().set("Location", "http://" + at(other) + "/echo");
            }
            byte[] content = words.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 302 : 200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private String hang() {
        hangs.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    @Override
    public void used(AccessRecord access) {
        logged.add("used " + access.permission() + ": " + access.action() + " " + access.resource());
    }

    @Override
    public void denied(AccessRecord access) {
        logged.add("denied " + access.permission() + ": " + access.action() + " " + access.resource());
    }
}
