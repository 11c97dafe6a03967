// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.core.plugin.HostPort;
import org.jspecify.annotations.Nullable;

/** Where a server leads to, and what is asked for there. */
final class Redirect {

    private static final int MOVED = 301;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int TEMPORARY = 307;
    private static final int PERMANENT = 308;

    /** What a plug-in itself may have put into a request to prove who it is. */
    private static final Set<String> PROOFS = Set.of("authorization", "cookie");

    private Redirect() {}

    /** The address that the answer leads to; {@code null} where it does not. */
    static @Nullable URI of(HttpCall call, HttpAnswer answer) {
        String location = answer.header("location");
        boolean leads =
                switch (answer.status()) {
                    case MOVED, FOUND, SEE_OTHER, TEMPORARY, PERMANENT -> location != null;
                    default -> false;
                };
        if (!leads || location == null) {
            return null;
        }
        URI next;
        try {
            next = rooted(call.address()).resolve(location);
        } catch (IllegalArgumentException e) {
            throw NetRefusals.redirect("what it says is no address.");
        }
        if (HostPort.of(next) == null) {
            throw NetRefusals.redirect("it is no address of http:// or https://.");
        }
        if (isEncrypted(call.address()) && !isEncrypted(next)) {
            throw NetRefusals.redirect("it is not encrypted, and this one is.");
        }
        return next;
    }

    /** The request to send there: without any proof of who asks where that is another origin. */
    static HttpCall call(HttpCall before, HttpAnswer answer, URI address) {
        boolean same = isEncrypted(before.address()) == isEncrypted(address)
                && String.valueOf(HostPort.of(before.address())).equals(String.valueOf(HostPort.of(address)));
        boolean asGet = answer.status() == SEE_OTHER && !before.method().equals("HEAD")
                || before.method().equals("POST") && (answer.status() == MOVED || answer.status() == FOUND);
        Map<String, String> headers = new HashMap<>(before.headers());
        headers.keySet().removeIf(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return !same && PROOFS.contains(lower) || asGet && lower.startsWith("content-");
        });
        return new HttpCall(
                asGet ? "GET" : before.method(),
                address,
                headers,
                asGet ? null : before.body(),
                same ? before.credential() : null);
    }

    /** Java joins what is relative to the host itself where there is no path. */
    private static URI rooted(URI address) {
        return address.getRawPath().isEmpty() ? address.resolve("/") : address;
    }

    private static boolean isEncrypted(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }
}
