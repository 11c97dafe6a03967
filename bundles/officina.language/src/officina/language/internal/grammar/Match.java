// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.List;

/**
 * A pattern found in a text.
 *
 * @param kind what the pattern is for, the first word of its name in the data file
 * @param first its first token
 * @param end the token after its last
 */
public record Match(String kind, int first, int end, List<Capture> captures) {

    public Match {
        captures = List.copyOf(captures);
    }
}
