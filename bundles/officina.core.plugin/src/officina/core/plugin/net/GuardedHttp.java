// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAccess;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.SecretRef;
import officina.api.host.ServerEvent;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.plugin.AccessScope;
import officina.core.plugin.HandleScope;
import officina.core.plugin.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Requests as a plug-in makes them: each passes the broker first, and so does each redirect. What is logged names host and
 * port, the status and how many bytes, never the rest of an address: a key may stand in it.
 */
final class GuardedHttp implements HttpAccess {

    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_SENT = 4 << 20;
    private static final int LONGEST_ADDRESS = 8 << 10;
    private static final int LONGEST_HEADERS = 64 << 10;
    private static final long MOST_EVENTS = 64L << 20;

    /** A plug-in that waits longer asks again. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Web web;
    private final AccessScope scope;
    private final HandleScope life;

    GuardedHttp(Web web, AccessScope scope, HandleScope life) {
        this.web = web;
        this.scope = scope;
        this.life = life;
    }

    /** How a request is sent and its answer taken. */
    private interface Way {
        HttpAnswer send(HttpAccess http, HttpCall call, Consumer<Long> received) throws InterruptedException;
    }

    @Override
    public HttpAnswer send(HttpCall call, Duration patience) throws InterruptedException {
        Supplier<Duration> left = new Remaining(bounded(patience));
        return follow(call, (http, each, _) -> http.send(each, left.get()));
    }

    @Override
    public HttpAnswer stream(HttpCall call, Supplier<Duration> patience, Consumer<ServerEvent> events)
            throws InterruptedException {
        Supplier<Duration> left = new Remaining(LONGEST);
        AtomicLong all = new AtomicLong();
        return follow(
                call,
                (http, each, received) ->
                        http.stream(each, () -> shorter(bounded(patience.get()), left.get()), event -> {
                            long size = event.type().length() + event.data().length();
                            received.accept(size);
                            if (all.addAndGet(size) > MOST_EVENTS) {
                                throw NetRefusals.tooLarge(MOST_EVENTS);
                            }
                            events.accept(event);
                        }));
    }

    @Override
    public HttpAnswer read(HttpCall call, Duration patience, Consumer<byte[]> pieces) throws InterruptedException {
        return follow(
                call,
                (http, each, received) -> http.read(each, bounded(patience), piece -> {
                    received.accept((long) piece.length);
                    pieces.accept(piece);
                }));
    }

    private HttpAnswer follow(HttpCall call, Way way) throws InterruptedException {
        life.check();
        checkSize(call);
        try (Places.Place _ = web.enter(scope.plugin())) {
            HttpCall next = call;
            for (int redirects = 0; ; redirects++) {
                HttpAnswer answer = once(next, way);
                URI leads = leads(next, answer, redirects);
                if (leads == null) {
                    return answer;
                }
                next = Redirect.call(next, answer, leads);
            }
        }
    }

    private @Nullable URI leads(HttpCall call, HttpAnswer answer, int before) {
        try {
            URI leads = Redirect.of(call, answer);
            if (leads != null && before == MOST_REDIRECTS) {
                throw NetRefusals.redirect("there were " + MOST_REDIRECTS + " before.");
            }
            return leads;
        } catch (FailureException e) {
            HostPort place = HostPort.of(call.address());
            if (place != null) {
                scope.log().denied(new AccessRecord(scope.plugin(), connect(place), "redirect", "away from " + place));
            }
            throw e;
        }
    }

    private HttpAnswer once(HttpCall call, Way way) throws InterruptedException {
        life.check();
        HostPort place = HostPort.of(call.address());
        if (place == null) {
            throw NetRefusals.unfit(
                    "The address is none of http:// or https:// with a host that everybody reads alike.");
        }
        boolean proxied = !isSecretInTheClear(call) && web.sender().proxied(call.address());
        List<InetAddress> addresses = web.gate().open(scope, place, call.method(), proxied);
        SecretRef secret = secret(call.credential(), place);
        HttpAccess http = web.sender().open(scope.plugin(), call.address(), proxied ? List.of() : addresses, secret);
        AtomicLong received = new AtomicLong();
        String outcome = "given up";
        try {
            HttpAnswer answer = way.send(http, call, size -> {
                life.check();
                received.addAndGet(size);
            });
            life.check();
            received.addAndGet(answer.body().length());
            outcome = String.valueOf(answer.status());
            return answer;
        } catch (FailureException e) {
            outcome = e.failure().code();
            throw e.failure().code().equals("net.secret-missing") && secret != null
                    ? NetRefusals.secretMissing(scope.plugin(), secret, place)
                    : e;
        } finally {
            scope.log()
                    .used(new AccessRecord(
                            scope.plugin(),
                            connect(place),
                            "end",
                            place + " " + outcome + ", sent " + sent(call) + ", received " + received));
        }
    }

    /** No proxy may read it, so it goes to the addresses that are decided on here. */
    private static boolean isSecretInTheClear(HttpCall call) {
        return call.credential() != null
                && "http".equalsIgnoreCase(call.address().getScheme());
    }

    private @Nullable SecretRef secret(@Nullable Credential credential, HostPort place) {
        if (credential == null) {
            return null;
        }
        SecretRef secret = credential.secret();
        web.broker()
                .require(
                        scope,
                        new Permission(PermissionType.SECRET_USE, secret.name()),
                        "send",
                        secret.name() + " to " + place);
        return secret;
    }

    private static Permission connect(HostPort place) {
        return new Permission(PermissionType.NET_CONNECT, place.toString());
    }

    private static void checkSize(HttpCall call) {
        if (call.address().toString().length() > LONGEST_ADDRESS
                || call.headers().entrySet().stream()
                                .mapToLong(each ->
                                        each.getKey().length() + each.getValue().length())
                                .sum()
                        > LONGEST_HEADERS) {
            throw NetRefusals.unfit("The address or the headers are longer than servers take.");
        }
        if (sent(call) > MOST_SENT) {
            throw NetRefusals.unfit("The body is larger than " + (MOST_SENT >> 20) + " MiB.");
        }
    }

    private static int sent(HttpCall call) {
        return call.body() == null ? 0 : call.body().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Duration bounded(Duration patience) {
        return patience.isNegative() ? Duration.ZERO : shorter(patience, LONGEST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** What is left of a time that begins now. */
    private static final class Remaining implements Supplier<Duration> {

        private final long end;

        Remaining(Duration whole) {
            end = System.nanoTime() + whole.toNanos();
        }

        @Override
        public Duration get() {
            return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        }
    }
}
