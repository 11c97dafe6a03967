// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What words are compared by: without case, accents and forms of width. The same for documents and queries. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Whoever asks for Anna means Anna's as well. */
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bc]");

    private Folding() {}

    static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        return APOSTROPHES.matcher(plain).replaceAll(" ");
    }
}
