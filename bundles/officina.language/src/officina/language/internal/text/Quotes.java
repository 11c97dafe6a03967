// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.api.language.Entity;
import officina.api.language.Span;

/**
 * Finds what stands in quotation marks on one line. A mark without its partner is none, nor is an apostrophe. Looks no
 * further than {@link #LONGEST} for the partner, so that the work stays proportional to the text.
 */
public final class Quotes {

    /** Longest quotation, in characters. */
    static final int LONGEST = 500;

    /** For each opening mark those that may close it; in German and Polish usage one form both closes and opens. */
    private static final Map<Character, String> PARTNERS = Map.of(
            '"', "\"",
            '\'', "'",
            '\u201c', "\u201d\"",
            '\u201e', "\u201d\u201c",
            '\u2018', "\u2019'",
            '\u201a', "\u2019\u2018",
            '\u00ab', "\u00bb",
            '\u2039', "\u203a");

    private Quotes() {}

    public static List<Entity.Title> in(String text) {
        List<Entity.Title> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            String partners = PARTNERS.get(text.charAt(at));
            int end = partners == null || !opens(text, at) ? -1 : partner(text, at, partners);
            if (end > 0) {
                String inner =
                        text.substring(at + 1, end).replace('\u00a0', ' ').strip();
                if (!inner.isEmpty()) {
                    found.add(new Entity.Title(new Span(at, end + 1), inner));
                }
                at = end + 1;
            } else {
                at++;
            }
        }
        return found;
    }

    private static boolean opens(String text, int at) {
        boolean straight = text.charAt(at) == '"' || text.charAt(at) == '\'';
        boolean insideWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean beforeSpace = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        return !insideWord && !(straight && beforeSpace);
    }

    private static int partner(String text, int open, String partners) {
        int limit = Math.min(text.length(), open + LONGEST + 2);
        for (int at = open + 1; at < limit; at++) {
            char symbol = text.charAt(at);
            if (symbol == '\n' || symbol == '\r') {
                return -1;
            }
            if (partners.indexOf(symbol) >= 0 && closes(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean closes(String text, int at) {
        boolean insideWord = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        boolean afterSpace = Character.isWhitespace(text.charAt(at - 1));
        char symbol = text.charAt(at);
        boolean straight = symbol == '"' || symbol == '\'' || symbol == '\u2019';
        return !insideWord && !(straight && afterSpace);
    }
}
