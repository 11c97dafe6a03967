// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param headers by name in lower case; of several of one name the last
 * @param body as text; of a refusal (400 and above) at most its first 64 KiB
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** Whether the server did what was asked. */
    public boolean success() {
        return status >= 200 && status < 300;
    }

    /** A header, by its name in lower case. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
