// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent. Throws {@link IllegalArgumentException} for what is not allowed in one; it quotes no value.
 *
 * @param method {@code GET}, {@code HEAD}, {@code POST}, {@code PUT}, {@code PATCH}, {@code DELETE}, {@code OPTIONS}, or
 *     one of calendars and address books: {@code PROPFIND}, {@code PROPPATCH}, {@code REPORT}, {@code MKCOL},
 *     {@code MKCALENDAR}
 * @param headers without credentials, and without those that steer the connection: {@code Host}, {@code Connection},
 *     {@code Content-Length}, {@code Transfer-Encoding}, {@code Accept-Encoding}, {@code Proxy-}... ; their values are
 *     printable ASCII
 * @param body {@code null} for none: a {@code POST}, {@code PUT}, {@code PATCH}, {@code PROPPATCH} and {@code REPORT} have
 *     one, a {@code GET} and a {@code HEAD} have none; goes as UTF-8 under the header {@code Content-Type}
 * @param credential the secret that goes with it; {@code null} for none. No {@code Range} is asked for with one: in a part
 *     of an answer a part of the secret would not be known again
 */
public record HttpCall(
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Credential credential) {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");
    private static final Set<String> EITHER = Set.of("DELETE", "OPTIONS", "PROPFIND", "MKCOL", "MKCALENDAR");

    private static final String RANGE = "Range";

    public HttpCall {
        if (WITH_BODY.contains(method)) {
            if (body == null) {
                throw new IllegalArgumentException("a " + method + " has a body");
            }
        } else if (WITHOUT_BODY.contains(method)) {
            if (body != null) {
                throw new IllegalArgumentException("a " + method + " has no body");
            }
        } else if (!EITHER.contains(method)) {
            throw new IllegalArgumentException("a request has one of the methods that are known, in capital letters");
        }
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            HeaderRules.checkName(name);
            HeaderRules.checkPrintable("the value of the header " + name, value);
            if (credential != null && name.equalsIgnoreCase(RANGE)) {
                throw new IllegalArgumentException("no part of an answer is asked for with a secret");
            }
        });
        if (credential != null && credential.header().equalsIgnoreCase(RANGE)) {
            throw new IllegalArgumentException("a secret does not go in the header " + RANGE);
        }
    }
}
