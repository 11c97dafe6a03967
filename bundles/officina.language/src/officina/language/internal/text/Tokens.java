// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text cut into words (letters, with apostrophes inside), runs of digits, and single marks. Made in one pass; holds no
 * object per token but the short words that a pattern may name.
 */
public final class Tokens {

    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    /** What stands before a token. */
    public enum Gap {
        NONE,
        SPACE,
        LINE
    }

    /** Longer words are in no data file; they are kept out of look-ups. */
    private static final int LONGEST_WORD = 40;

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private String[] forms = new String[16];
    private Kind[] kinds = new Kind[16];
    private Gap[] gaps = new Gap[16];
    private int size;

    public Tokens(String text) {
        this.text = text;
        int at = 0;
        Gap gap = Gap.LINE;
        while (at < text.length()) {
            int symbol = text.codePointAt(at);
            if (isLineEnd(symbol)) {
                gap = Gap.LINE;
                at++;
            } else if (Character.isWhitespace(symbol) || Character.isSpaceChar(symbol)) {
                gap = gap == Gap.LINE ? gap : Gap.SPACE;
                at += Character.charCount(symbol);
            } else {
                at = take(at, symbol, gap);
                gap = Gap.NONE;
            }
        }
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public Kind kind(int token) {
        return kinds[token];
    }

    /** What separates a token from the one before. The first token begins a line. */
    public Gap gap(int token) {
        return gaps[token];
    }

    /** The token in lower case with plain apostrophes; empty for a word or number too long to be looked up. */
    public String form(int token) {
        return forms[token];
    }

    /** The token as written. */
    public String written(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** Whether there is a token at that place and it follows the one before without a space. */
    public boolean glued(int token) {
        return token > 0 && token < size && gaps[token] == Gap.NONE;
    }

    /** Whether the token is that mark. */
    public boolean isMark(int token, char mark) {
        return token >= 0 && token < size && kinds[token] == Kind.MARK && text.charAt(starts[token]) == mark;
    }

    /** Whether the token begins with a capital letter. */
    public boolean isCapitalised(int token) {
        int first = text.codePointAt(starts[token]);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    private int take(int at, int symbol, Gap gap) {
        int end = at + Character.charCount(symbol);
        Kind kind = Kind.MARK;
        if (isDigit(symbol)) {
            kind = Kind.NUMBER;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        } else if (isLetter(symbol)) {
            kind = Kind.WORD;
            end = wordEnd(end);
        }
        add(at, end, kind, gap);
        return end;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length()) {
            int symbol = text.codePointAt(end);
            if (isLetter(symbol)) {
                end += Character.charCount(symbol);
            } else if (isApostrophe(symbol) && end + 1 < text.length() && isLetter(text.codePointAt(end + 1))) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    private void add(int start, int end, Kind kind, Gap gap) {
        if (size == starts.length) {
            grow(size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size] = kind;
        gaps[size] = gap;
        forms[size] = end - start > LONGEST_WORD
                ? ""
                : text.substring(start, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        size++;
    }

    private void grow(int capacity) {
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        forms = Arrays.copyOf(forms, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        gaps = Arrays.copyOf(gaps, capacity);
    }

    private static boolean isLineEnd(int symbol) {
        return symbol == '\n' || symbol == '\r' || symbol == '\u0085' || symbol == '\u2028' || symbol == '\u2029';
    }

    private static boolean isDigit(int symbol) {
        return symbol <= Character.MAX_VALUE && Character.isDigit((char) symbol);
    }

    private static boolean isLetter(int symbol) {
        int type = Character.getType(symbol);
        return Character.isLetter(symbol)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isApostrophe(int symbol) {
        return symbol == '\'' || symbol == '\u2019';
    }
}
