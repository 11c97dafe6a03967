// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a document, small enough for one vector. Passages of a document come in its order, cover all of its text
 * and are never blank; one may begin with the end of the one before.
 *
 * @param headings under which it stands, outermost first
 * @param hash of headings and text, 32 hexadecimal digits: the same passage elsewhere, or at other lines, has the same
 */
public record Passage(String text, Place place, List<String> headings, String hash) {

    public Passage {
        headings = List.copyOf(headings);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a passage says something");
        }
    }

    /** The text below the headings that it does not show itself: they say what it is about. */
    public String headed() {
        String above = headings.stream().filter(each -> !text.contains(each)).collect(Collectors.joining(" > "));
        return above.isEmpty() ? text : above + "\n" + text;
    }
}
