// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.text;

import officina.language.internal.text.Tokens.Kind;

/**
 * Whether a stretch of tokens stands by itself: not inside a longer word, number, compound ("non-urgent"), address or
 * path.
 */
public final class Borders {

    private static final String BETWEEN_DIGITS = "/.:,-\u2013";
    private static final String BETWEEN_WORDS = "-\u2010\u2011/\\_@&=.";

    private final Tokens tokens;

    public Borders(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether nothing before the token belongs to it. */
    public boolean open(int first) {
        if (!tokens.glued(first) || tokens.kind(first) == Kind.MARK && !tokens.isMark(first, '@')) {
            return true;
        }
        if (tokens.kind(first - 1) != Kind.MARK) {
            return false;
        }
        return !tokens.glued(first - 1) || tokens.kind(first - 2) == Kind.MARK || !joins(first - 1, first - 2, first);
    }

    /** Whether nothing after the token belongs to it. */
    public boolean closed(int last) {
        if (!tokens.glued(last + 1) || tokens.kind(last) == Kind.MARK) {
            return true;
        }
        if (tokens.kind(last + 1) != Kind.MARK) {
            return false;
        }
        return !tokens.glued(last + 2) || tokens.kind(last + 2) == Kind.MARK || !joins(last + 1, last, last + 2);
    }

    private boolean joins(int mark, int before, int after) {
        int symbol = tokens.text().codePointAt(tokens.start(mark));
        if (tokens.kind(before) == Kind.NUMBER && tokens.kind(after) == Kind.NUMBER) {
            return BETWEEN_DIGITS.indexOf(symbol) >= 0;
        }
        if (symbol == '.') {
            return !tokens.isCapitalised(after);
        }
        return BETWEEN_WORDS.indexOf(symbol) >= 0;
    }
}
