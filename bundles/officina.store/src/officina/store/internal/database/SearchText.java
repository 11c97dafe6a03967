// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form in which texts are searched: what is kept in {@code words} columns and what is asked for go through the same
 * folding, so that both databases find the same, in any script.
 */
public final class SearchText {

    /** Longest piece of text in one row, in characters. */
    static final int CHUNK = 200_000;

    /** By how much pieces overlap: a word as long as this is found wherever the cut falls. */
    static final int OVERLAP = 1_000;

    /** Most words of one question; more are passed over. */
    static final int MAX_WORDS = 100;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private SearchText() {}

    /** Without regard to case and to how letters and accents are composed; upper before lower makes STRASSE of straße. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                // the only letter whose lower case depends on what follows
                .replace('ς', 'σ');
    }

    /** What one row can hold; the rest of a very long text is not searched. */
    public static String first(String text) {
        String folded = fold(text);
        return folded.length() <= CHUNK ? folded : folded.substring(0, CHUNK);
    }

    /** The whole text in pieces that a row can hold. */
    public static List<String> chunks(String text) {
        String folded = fold(text);
        List<String> chunks = new ArrayList<>();
        int start = 0;
        do {
            chunks.add(folded.substring(start, Math.min(folded.length(), start + CHUNK)));
            start += CHUNK - OVERLAP;
        } while (start + OVERLAP < folded.length());
        return chunks;
    }

    /** A pattern for "like" with {@code #} as escape for each word. */
    public static List<String> patterns(@Nullable String words) {
        return words == null
                ? List.of()
                : BLANKS.splitAsStream(fold(words))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MAX_WORDS)
                        .map(word -> "%" + escaped(word) + "%")
                        .toList();
    }

    /** The text with {@code #} before what "like" would take for a placeholder. */
    public static String escaped(String text) {
        return text.replace("#", "##").replace("%", "#%").replace("_", "#_");
    }
}
