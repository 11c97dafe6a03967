// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAccess;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.SecretRef;
import officina.api.host.ServerEvent;
import officina.api.id.PluginId;
import officina.api.permission.GrantScope;
import officina.api.permission.PermissionType;
import officina.base.Threads;
import officina.core.plugin.HandleScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardedHttpTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final SecretRef KEY = new SecretRef("weather.key");

    private final Bench bench =
            new Bench().named("one.example", "93.184.216.34").named("two.example", "93.184.216.35");
    private final Servers servers = new Servers();
    private final HandleScope life = new HandleScope();
    private final Web web = new Web(bench.broker, bench.gate, servers);
    private final HttpAccess http = web.of(bench.scope, life);

    @Test
    void a_request_is_logged_before_and_after_without_what_may_be_secret_in_its_address() throws Exception {
        bench.allow("one.example:443");
        servers.answer(200, "hello");

        HttpAnswer answer = http.send(get("https://one.example/bot123:key/x?token=abc"), LONG);

        assertEquals("hello", answer.body());
        assertEquals(
                List.of(
                        "used net.connect one.example:443: GET one.example:443",
                        "used net.connect one.example:443: end one.example:443 200, sent 0, received 5"),
                bench.logged);
        assertEquals(List.of("https://one.example/bot123:key/x?token=abc at 93.184.216.34"), servers.sent);
    }

    @Test
    void what_is_not_granted_is_not_sent() {
        assertEquals("permission.denied", code(() -> http.send(get("https://one.example/"), LONG)));
        assertEquals("permission.denied", code(() -> http.read(get("https://one.example/"), LONG, _ -> {})));
        assertEquals("net.unfit", code(() -> http.send(get("ftp://one.example/"), LONG)));
        assertEquals("net.unfit", code(() -> http.send(get("http://127.1/"), LONG)));

        assertEquals(List.of(), servers.sent);
        assertEquals(
                List.of(
                        "denied net.connect one.example:443: GET one.example:443",
                        "denied net.connect one.example:443: GET one.example:443"),
                bench.logged);
    }

    @Test
    void each_redirect_is_asked_for_anew() throws Exception {
        bench.allow("one.example:443");
        servers.redirect(302, "/next").answer(200, "there");
        assertEquals("there", http.send(get("https://one.example"), LONG).body());

        servers.redirect(302, "https://two.example/").answer(200, "never");
        assertEquals("permission.denied", code(() -> http.send(get("https://one.example/"), LONG)));

        assertEquals(
                List.of(
                        "https://one.example at 93.184.216.34",
                        "https://one.example/next at 93.184.216.34",
                        "https://one.example/ at 93.184.216.34"),
                servers.sent);
        assertEquals("denied net.connect two.example:443: GET two.example:443", bench.logged.getLast());
    }

    @Test
    void a_redirect_to_a_private_address_is_refused_even_with_a_grant_for_any_host() {
        bench.allow("*");
        for (String place : List.of("http://127.0.0.1:8080/", "http://169.254.169.254/latest/", "http://[::1]/")) {
            servers.redirect(302, place);
            assertEquals("net.private", code(() -> http.send(get("http://one.example/"), LONG)), place);
        }
    }

    @Test
    void a_redirect_out_of_encryption_or_http_and_one_too_many_are_refused() {
        bench.allow("*");
        for (String place :
                List.of("http://one.example/", "file:///etc/passwd", "https://me@two.example/", "a b\u0000")) {
            servers.redirect(302, place);
            assertEquals("net.redirect", code(() -> http.send(get("https://one.example/"), LONG)), place);
            assertEquals(
                    "denied net.connect one.example:443: redirect away from one.example:443", bench.logged.getLast());
        }
        for (int i = 0; i < 6; i++) {
            servers.redirect(307, "/again");
        }
        assertEquals("net.redirect", code(() -> http.send(get("https://one.example/"), LONG)));
    }

    @Test
    void a_secret_needs_a_grant_of_its_own_and_stays_with_its_origin() throws Exception {
        bench.allow("one.example:443", "two.example:443");
        HttpCall call = new HttpCall(
                "GET",
                URI.create("https://one.example/"),
                Map.of("Authorization", "mine", "Accept", "a"),
                null,
                Credential.header("X-Key", KEY));
        assertEquals("permission.denied", code(() -> http.send(call, LONG)));
        assertEquals(List.of(), servers.sent);

        bench.allow(PermissionType.SECRET_USE, GrantScope.ALWAYS, KEY.name());
        servers.redirect(302, "/same").redirect(302, "https://two.example/").answer(200, "");
        HttpAnswer _ = http.send(call, LONG);

        assertEquals(
                List.of(
                        "https://one.example/ at 93.184.216.34 with weather.key for one.example as mine",
                        "https://one.example/same at 93.184.216.34 with weather.key for one.example as mine",
                        "https://two.example/ at 93.184.216.35"),
                servers.sent);
        assertEquals(
                "used secret.use weather.key: send weather.key to one.example:443",
                bench.logged.stream()
                        .filter(line -> line.startsWith("used secret"))
                        .findFirst()
                        .orElse(""));
        assertFalse(bench.logged.toString().contains("weather.key to two.example"), bench.logged::toString);
    }

    @Test
    void a_secret_in_the_clear_passes_no_proxy_and_goes_to_the_addresses_that_were_decided_on() throws Exception {
        bench.named("nas", "192.168.1.7").allow("nas:80", "one.example:443");
        bench.allow(PermissionType.SECRET_USE, GrantScope.ALWAYS, KEY.name());
        servers.proxied = true;
        servers.answer(200, "").answer(200, "").answer(200, "");
        Credential credential = Credential.header("X-Key", KEY);

        HttpAnswer _ = http.send(new HttpCall("GET", URI.create("http://nas/"), Map.of(), null, credential), LONG);
        HttpAnswer _ = http.send(get("http://nas/"), LONG);
        HttpAnswer _ =
                http.send(new HttpCall("GET", URI.create("https://one.example/"), Map.of(), null, credential), LONG);

        assertEquals(
                List.of(
                        "http://nas/ at 192.168.1.7 with weather.key for nas",
                        "http://nas/ by a proxy",
                        "https://one.example/ by a proxy with weather.key for one.example"),
                servers.sent);
    }

    @Test
    void a_form_that_was_sent_becomes_a_question_where_the_server_says_see_other() throws Exception {
        bench.allow("one.example:443");
        servers.redirect(303, "/done").answer(200, "");
        HttpCall post = new HttpCall(
                "POST", URI.create("https://one.example/"), Map.of("Content-Type", "text/plain"), "words", null);

        HttpAnswer _ = http.send(post, LONG);

        assertEquals(List.of("POST words", "GET null"), servers.bodies);
    }

    @Test
    void pieces_and_events_are_counted() throws Exception {
        bench.allow("one.example:443");
        servers.answer(200, "").answer(200, "");
        List<String> heard = new ArrayList<>();

        HttpAnswer _ = http.read(
                get("https://one.example/"), LONG, piece -> heard.add(new String(piece, StandardCharsets.UTF_8)));
        HttpAnswer _ = http.stream(get("https://one.example/"), () -> LONG, event -> heard.add(event.data()));

        assertEquals(List.of("piece", "event"), heard);
        assertEquals(
                "used net.connect one.example:443: end one.example:443 200, sent 0, received 5", bench.logged.get(1));
        assertEquals(
                "used net.connect one.example:443: end one.example:443 200, sent 0, received 12",
                bench.logged.getLast());
    }

    @Test
    void no_patience_is_longer_than_the_longest() throws Exception {
        bench.allow("one.example:443");
        servers.answer(200, "").answer(200, "");

        HttpAnswer _ = http.send(get("https://one.example/"), Duration.ofSeconds(Long.MAX_VALUE));
        HttpAnswer _ = http.send(get("https://one.example/"), Duration.ofSeconds(Long.MIN_VALUE));

        assertEquals(List.of(true, true), servers.bounded);
    }

    @Test
    void too_much_is_not_sent() {
        bench.allow("one.example:443");
        String big = "x".repeat((4 << 20) + 1);
        assertEquals(
                "net.unfit",
                code(() -> http.send(
                        new HttpCall("POST", URI.create("https://one.example/"), Map.of(), big, null), LONG)));
        assertEquals("net.unfit", code(() -> http.send(get("https://one.example/" + "x".repeat(8 << 10)), LONG)));
        assertEquals(List.of(), servers.sent);
    }

    @Test
    void four_at_once_are_enough_for_one_plug_in() throws Exception {
        bench.allow("one.example:443");
        CountDownLatch inside = new CountDownLatch(Web.OF_ONE);
        CountDownLatch go = new CountDownLatch(1);
        servers.waiting = () -> {
            inside.countDown();
            go.await();
        };
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < Web.OF_ONE; i++) {
            servers.answer(200, "");
            all.add(Threads.start("asks", () -> {
                try {
                    HttpAnswer _ = http.send(get("https://one.example/"), LONG);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        inside.await();
        assertEquals("net.busy", code(() -> http.send(get("https://one.example/"), LONG)));
        go.countDown();
        for (Thread each : all) {
            each.join();
        }
        servers.waiting = null;
        servers.answer(200, "free");
        assertEquals("free", http.send(get("https://one.example/"), LONG).body());
    }

    @Test
    void a_handle_kept_after_its_call_sends_nothing() {
        bench.allow("*");
        life.close();
        assertThrows(IllegalStateException.class, () -> http.send(get("https://one.example/"), LONG));
        assertEquals(List.of(), servers.sent);
        assertEquals(List.of(), bench.logged);
    }

    @Test
    void what_comes_when_its_call_has_ended_is_not_handed_over() {
        bench.allow("one.example:443");
        List<Object> heard = new ArrayList<>();
        HttpCall call = get("https://one.example/");
        for (Late each : List.<Late>of(
                late -> late.send(call, LONG),
                late -> late.read(call, LONG, heard::add),
                late -> late.stream(call, () -> LONG, heard::add))) {
            HandleScope ending = new HandleScope();
            servers.waiting = ending::close;
            servers.answer(200, "late");
            assertThrows(IllegalStateException.class, () -> each.ask(web.of(bench.scope, ending)));
        }
        assertEquals(List.of(), heard);
    }

    private interface Late {
        HttpAnswer ask(HttpAccess http) throws InterruptedException;
    }

    private interface Asking {
        Object ask() throws InterruptedException;
    }

    private static String code(Asking asking) {
        return assertThrows(FailureException.class, asking::ask).failure().code();
    }

    private static HttpCall get(String address) {
        return new HttpCall("GET", URI.create(address), Map.of(), null, null);
    }

    /** Servers that answer what they are told to, and remember who reached them. */
    private static final class Servers implements WebSender {

        interface Waiting {
            void await() throws InterruptedException;
        }

        final List<String> sent = new ArrayList<>();
        final List<String> bodies = new ArrayList<>();
        final List<Boolean> bounded = new CopyOnWriteArrayList<>();
        volatile @Nullable Waiting waiting;
        volatile boolean proxied;
        private final Deque<HttpAnswer> answers = new ArrayDeque<>();

        Servers answer(int status, String body) {
            answers.add(new HttpAnswer(status, Map.of(), body));
            return this;
        }

        Servers redirect(int status, String place) {
            answers.add(new HttpAnswer(status, Map.of("location", place), ""));
            return this;
        }

        @Override
        public boolean proxied(URI address) {
            return proxied;
        }

        @Override
        public HttpAccess open(PluginId plugin, URI address, List<InetAddress> addresses, @Nullable SecretRef secret) {
            return new HttpAccess() {
                @Override
                public HttpAnswer send(HttpCall call, Duration patience) throws InterruptedException {
                    arrived();
                    bounded.add(!patience.isNegative() && patience.compareTo(Duration.ofMinutes(30)) <= 0);
                    return answered(call);
                }

                @Override
                public HttpAnswer stream(HttpCall call, Supplier<Duration> patience, Consumer<ServerEvent> events)
                        throws InterruptedException {
                    arrived();
                    events.accept(new ServerEvent("message", "event"));
                    return answered(call);
                }

                @Override
                public HttpAnswer read(HttpCall call, Duration patience, Consumer<byte[]> pieces)
                        throws InterruptedException {
                    arrived();
                    pieces.accept("piece".getBytes(StandardCharsets.UTF_8));
                    return answered(call);
                }

                private void arrived() throws InterruptedException {
                    Waiting wait = waiting;
                    if (wait != null) {
                        wait.await();
                    }
                }

                private HttpAnswer answered(HttpCall call) {
                    synchronized (sent) {
                        Credential credential = call.credential();
                        String proof = call.headers().get("Authorization");
                        sent.add(call.address()
                                + (addresses.isEmpty()
                                        ? " by a proxy"
                                        : " at " + addresses.getFirst().getHostAddress())
                                + (credential == null ? "" : " with " + credential.secret())
                                + (secret == null ? "" : " for " + address.getHost())
                                + (proof == null ? "" : " as " + proof));
                        bodies.add(call.method() + " " + call.body());
                        return answers.removeFirst();
                    }
                }
            };
        }
    }
}
