// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.util.List;
import java.util.Map;

/**
 * Something that is found by what it says.
 *
 * @param id names it within its collection, for its source: an address of a file, the identifier of an e-mail
 * @param fingerprint what its source tells a changed one by; another text whenever the document is another
 * @param title is searched as well
 * @param attributes may be asked for in a query, each by its whole value
 * @param passages in their order
 */
public record IndexDocument(
        IndexCollection collection,
        String id,
        String fingerprint,
        String title,
        Map<String, String> attributes,
        List<IndexPassage> passages) {

    /** Longest id, title, place, and name or value of an attribute, in characters. */
    public static final int MAX_NAME = 4_000;

    /** Longest passage, in characters. */
    public static final int MAX_PASSAGE = 100_000;

    public IndexDocument {
        attributes = Map.copyOf(attributes);
        passages = List.copyOf(passages);
        check(id, MAX_NAME);
        check(fingerprint, MAX_NAME);
        check(title, MAX_NAME);
        attributes.forEach((name, value) -> {
            check(name, MAX_NAME);
            if (name.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("the name of an attribute is one line");
            }
            check(value, MAX_NAME);
        });
        for (IndexPassage passage : passages) {
            check(passage.place(), MAX_NAME);
            check(passage.text(), MAX_PASSAGE);
        }
    }

    private static void check(String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("longer than " + most + " characters");
        }
    }
}
