// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model picks its words, one form for all providers. What is {@code null} is left to the server.
 *
 * @param temperature 0 to 2
 * @param topP more than 0, at most 1
 * @param maxTokens of the reply, at least 1
 * @param stop texts at which the reply ends
 */
public record Sampling(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        List<String> stop) {

    /** Everything is left to the server. */
    public static final Sampling STANDARD = new Sampling(null, null, null, List.of());

    public Sampling {
        stop = List.copyOf(stop);
        if (temperature != null && !(temperature >= 0 && temperature <= 2)
                || topP != null && !(topP > 0 && topP <= 1)
                || maxTokens != null && maxTokens < 1) {
            throw new IllegalArgumentException("temperature is 0 to 2, topP 0 to 1, maxTokens at least 1");
        }
    }
}
