// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A marked piece of a text.
 *
 * @param start the first character
 * @param end behind the last character
 * @param link where it leads; {@code null} for what is no link
 */
public record Span(
        int start, int end, Set<Mark> marks, @Nullable String link) {

    public Span {
        marks = Set.copyOf(marks);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span holds at least one character: " + start + " to " + end);
        }
    }

    Span moved(int by) {
        return new Span(start + by, end + by, marks, link);
    }
}
