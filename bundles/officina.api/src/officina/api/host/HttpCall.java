// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent. Throws {@link IllegalArgumentException} for what is not allowed in one; it quotes no value.
 *
 * @param method {@code GET} or {@code POST}
 * @param headers without credentials, and without those that steer the connection: {@code Host}, {@code Connection},
 *     {@code Content-Length}, {@code Transfer-Encoding}, {@code Proxy-}... ; their values are printable ASCII
 * @param body of a {@code POST}, {@code null} in a {@code GET}; goes as UTF-8 under the header {@code Content-Type}
 * @param credential the secret that goes with it; {@code null} for none
 */
public record HttpCall(
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Credential credential) {

    public HttpCall {
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new IllegalArgumentException("a request is a GET or a POST");
        }
        if (method.equals("POST") != (body != null)) {
            throw new IllegalArgumentException("a POST has a body and a GET has none");
        }
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            HeaderRules.checkName(name);
            HeaderRules.checkPrintable("the value of the header " + name, value);
        });
    }
}
