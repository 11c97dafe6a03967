// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import officina.api.memory.IndexHit;

/** A passage as it is quoted: as much of it as is read at a glance. */
final class Quote {

    /** In characters. */
    private static final int LONGEST = 600;

    /** Lines of wrapped prose are longer, in characters. */
    private static final int WRAPPED = 50;

    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}\\s+");

    /** Begins like an item, a row or an indented line. */
    private static final Pattern OWN_LINE = Pattern.compile("^(?:\\s|[-*+|}]|\\d+[.)])");

    private Quote() {}

    /** The part with the words of the question, as a block of a quotation that no mark in it ends. */
    static String text(String question, IndexHit hit) {
        String part = part(Fit.words(question), hit.text().strip());
        String[] lines = part.split("\\R", -1);
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            boolean ends = i + 1 < lines.length && standsAlone(lines[i], lines[i + 1]);
            quoted.append("> ").append(Sources.escaped(HEADING.matcher(lines[i]).replaceFirst("")));
            quoted.append(ends ? "  \n" : i + 1 < lines.length ? "\n" : "");
        }
        return quoted.toString();
    }

    /** Whether the line is one by itself, as in a list, in code or below a heading, and not part of wrapped prose. */
    private static boolean standsAlone(String line, String next) {
        return !line.isBlank()
                && !next.isBlank()
                && (line.length() < WRAPPED
                        || HEADING.matcher(line).find()
                        || OWN_LINE.matcher(next).find());
    }

    private static String part(Set<String> words, String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String plain = text.toLowerCase(Locale.ROOT);
        int first = words.stream()
                .mapToInt(plain::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        int from = first < LONGEST / 2 ? 0 : border(text, first - LONGEST / 4);
        int to = from + LONGEST >= text.length() ? text.length() : border(text, from + LONGEST);
        return (from > 0 ? "... " : "") + text.substring(from, to).strip() + (to < text.length() ? " ..." : "");
    }

    /** The beginning of a word, at or before that. */
    private static int border(String text, int at) {
        int space = text.lastIndexOf(' ', at);
        int border = space > at - LONGEST / 4 ? space + 1 : at;
        return Character.isLowSurrogate(text.charAt(border)) ? border - 1 : border;
    }
}
