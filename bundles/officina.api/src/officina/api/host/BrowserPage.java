// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that a browser knows. Nothing of what stands on it.
 *
 * @param address http or https, without what gives access or may be a secret: user, fragment, and what looks like one in
 *     path and query; so it may lead to less than the page
 * @param title one line, as the page says; may be empty
 * @param bookmarked whether the person keeps it; else it was visited
 * @param visits how often; 0 where nobody counted
 * @param visited when last; {@code null} where that is not known
 */
public record BrowserPage(
        String address,
        String title,
        boolean bookmarked,
        int visits,
        @Nullable Instant visited) {

    /** Longest address, in characters; those of longer ones are left out. */
    public static final int LONGEST_ADDRESS = 1_000;

    /** Longest title, in characters; a longer one is cut. */
    public static final int LONGEST_TITLE = 300;
}
