// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.host.Credential;
import officina.api.host.HttpAccess;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.ServerEvent;
import officina.base.SecretText;
import officina.net.okhttp.Confinement;
import officina.net.okhttp.HttpScope;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A handle to one origin. The secret joins the request here, when everything has been checked, and nowhere else. */
final class ScopedHttp implements HttpAccess {

    private static final String CONTENT_TYPE = "Content-Type";

    private final Supplier<OkHttpClient> client;
    private final HttpScope scope;

    ScopedHttp(Supplier<OkHttpClient> client, HttpScope scope) {
        this.client = client;
        this.scope = scope;
    }

    @Override
    public HttpAnswer send(HttpCall call, Duration patience) throws InterruptedException {
        try (Exchange exchange = start(call, Wanted.Form.WHOLE)) {
            return exchange.finish(new Remaining(patience), _ -> {}, _ -> {});
        }
    }

    @Override
    public HttpAnswer read(HttpCall call, Duration patience, Consumer<byte[]> pieces) throws InterruptedException {
        try (Exchange exchange = start(call, Wanted.Form.PIECES)) {
            return exchange.finish(() -> patience, _ -> {}, pieces);
        }
    }

    /** What is left of a time that begins when it is asked for the first time. */
    private static final class Remaining implements Supplier<Duration> {
        private final Duration whole;
        private @Nullable Long end;

        Remaining(Duration whole) {
            this.whole = whole;
        }

        @Override
        public Duration get() {
            if (end == null) {
                end = System.nanoTime() + whole.toNanos();
            }
            return Duration.ofNanos(end - System.nanoTime());
        }
    }

    @Override
    public HttpAnswer stream(HttpCall call, Supplier<Duration> patience, Consumer<ServerEvent> events)
            throws InterruptedException {
        try (Exchange exchange = start(call, Wanted.Form.EVENTS)) {
            return exchange.finish(patience, events, _ -> {});
        }
    }

    private Exchange start(HttpCall call, Wanted.Form form) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!sameOrigin(call.address(), scope.origin())) {
            throw NetFailures.otherServer();
        }
        boolean bare = call.credential() != null && !isEncrypted(call.address());
        if (bare
                && (call.address().getHost() == null
                        || !Neighbourhood.mayInclude(call.address().getHost()))) {
            throw NetFailures.unencrypted();
        }
        Credential credential = call.credential();
        SentSecret sent = credential == null ? null : SentSecret.of(credential, secret(credential));
        Request request = request(call, sent);
        OkHttpClient shared = client.get();
        OkHttpClient.Builder own = shared.newBuilder().connectTimeout(scope.connect());
        Dns names = shared.dns();
        Confinement confined = scope.confined();
        if (confined != null && !confined.addresses().isEmpty()) {
            names = new Decided(confined.addresses());
            own.proxy(Proxy.NO_PROXY).dns(names);
        }
        if (bare) {
            // no proxy may read the key, and the addresses that were checked are those it goes to
            own.proxy(Proxy.NO_PROXY).dns(new Neighbourhood(names));
        }
        return new Exchange(own.build(), request, wanted(form, sent), scope.connect());
    }

    private Wanted wanted(Wanted.Form form, @Nullable SentSecret sent) {
        Confinement confined = scope.confined();
        return confined == null
                ? new Wanted(form, Exchange.MAX_BODY, Exchange.MAX_PIECES, List.of())
                : new Wanted(form, confined.whole(), confined.pieces(), sent == null ? List.of() : sent.recognized());
    }

    /** The addresses that were decided on, whoever asks for which name. */
    private record Decided(List<InetAddress> addresses) implements Dns {
        @Override
        public List<InetAddress> lookup(String host) {
            return addresses;
        }
    }

    private static boolean isEncrypted(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private Request request(HttpCall call, @Nullable SentSecret sent) {
        try {
            HttpUrl address = HttpUrl.get(call.address().toString());
            if (scope.confined() != null && !readsAlike(call.address(), address)) {
                throw NetFailures.otherServer();
            }
            Request.Builder builder = new Request.Builder().url(address);
            call.headers().forEach(builder::header);
            if (sent != null) {
                builder.header(sent.header(), sent.value());
            }
            return builder.method(call.method(), body(call)).build();
        } catch (IllegalArgumentException quoting) {
            throw NetFailures.unfit();
        }
    }

    /** What was decided on is what Java reads, what is connected to what OkHttp reads; it writes version 6 its own way. */
    private static boolean readsAlike(URI decided, HttpUrl sent) {
        String host = lower(decided.getHost());
        return port(decided) == sent.port() && (host.startsWith("[") || host.equals(sent.host()));
    }

    private static @Nullable RequestBody body(HttpCall call) {
        if (call.body() == null) {
            return null;
        }
        String type = call.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(CONTENT_TYPE))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("application/json");
        return new OneShotBody(call.body(), MediaType.parse(type));
    }

    private String secret(Credential credential) {
        if (!credential.secret().equals(scope.secret())) {
            throw NetFailures.otherSecret();
        }
        try (SecretText secret = scope.secrets().find(credential.secret())) {
            if (secret == null || secret.isEmpty()) {
                throw NetFailures.secretMissing();
            }
            char[] characters = secret.copy();
            try {
                for (char each : characters) {
                    // the client's own complaint would quote it
                    if (credential.user() == null ? each <= ' ' || each > '~' : Character.isISOControl(each)) {
                        throw NetFailures.secretUnfit();
                    }
                }
                return new String(characters);
            } finally {
                java.util.Arrays.fill(characters, '\0');
            }
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return lower(one.getScheme()).equals(lower(other.getScheme()))
                && lower(one.getHost()).equals(lower(other.getHost()))
                && port(one) == port(other)
                && one.getRawUserInfo() == null;
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }

    private static int port(URI address) {
        return address.getPort() >= 0
                ? address.getPort()
                : lower(address.getScheme()).equals("https") ? 443 : 80;
    }
}
