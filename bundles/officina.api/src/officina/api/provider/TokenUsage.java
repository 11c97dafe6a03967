// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

/** How many tokens a call took, as the server counts them. */
public record TokenUsage(long input, long output) {

    public TokenUsage {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("tokens are not fewer than none");
        }
    }
}
