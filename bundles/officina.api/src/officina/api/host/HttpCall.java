// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param method {@code GET}, {@code POST} ...
 * @param headers without credentials
 * @param body {@code null} for none; goes as UTF-8 under the header {@code Content-Type}
 * @param credential the secret that goes with it; {@code null} for none
 */
public record HttpCall(
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Credential credential) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }
}
