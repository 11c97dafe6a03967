// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled pattern: what to match, then what follows. Without cycles, so that a search from one token ends after a
 * number of steps that the data file alone decides.
 */
sealed interface Node {

    /** The pattern is complete. */
    record Accept() implements Node {}

    /** Reads a part and keeps its value under a name, {@code null} to forget it. */
    record Step(Part part, @Nullable String capture, Node next) implements Node {}

    /** Goes each way in turn. */
    record Branch(List<Node> ways) implements Node {
        public Branch {
            ways = List.copyOf(ways);
        }
    }

    /** Keeps a value that stands in the pattern itself. */
    record Assign(String name, String value, Node next) implements Node {}

    /** No space before the next token. */
    record Glue(Node next) implements Node {}

    /** The next token begins with a capital letter. */
    record Capital(Node next) implements Node {}

    /** What follows must not match. */
    record Unless(Node forbidden, Node next) implements Node {}

    /** A clause ends here: end of line, a mark, or a joining word. */
    record ClauseEnd(Part joint, Node next) implements Node {}
}
