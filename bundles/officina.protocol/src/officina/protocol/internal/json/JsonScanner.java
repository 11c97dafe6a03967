// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import java.math.BigDecimal;
import officina.api.error.FailureException;
import officina.api.json.JsonNumber;

/** Takes JSON text apart into signs, texts and numbers. What is no JSON, or beyond the limits, it throws as malformed. */
final class JsonScanner {

    private static final int MAX_NAME = 100_000;

    /** As many digits always fit a {@code long}. */
    private static final int SHORT_NUMBER = 18;

    /** A power of two. */
    private static final int KNOWN_NAMES = 128;

    private static final char FIRST_PRINTABLE = ' ';
    private static final int HEX_DIGITS = 4;

    private final char[] chars;
    private final int start;
    private final int end;
    private int at;

    /** Names come again and again; each is made once, where two do not share a place. */
    private final String[] names = new String[KNOWN_NAMES];

    JsonScanner(char[] chars, int start, int end) {
        this.chars = chars;
        this.start = start;
        this.end = end;
        at = start;
    }

    /** Whether only white space is left. */
    boolean isAtEnd() {
        skip();
        return at == end;
    }

    /** The next sign. */
    char next() {
        skip();
        return at < end ? chars[at++] : signAtEnd();
    }

    private char signAtEnd() {
        throw tooEarly();
    }

    /** Takes that sign if it is next. */
    boolean take(char sign) {
        skip();
        if (at < end && chars[at] == sign) {
            at++;
            return true;
        }
        return false;
    }

    void require(char sign) {
        if (!take(sign)) {
            throw at == end ? tooEarly() : broken();
        }
    }

    private void skip() {
        while (at < end && isSpace(chars[at])) {
            at++;
        }
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
    }

    /** The rest of a word whose first letter was taken. */
    void literal(String word) {
        for (int i = 1; i < word.length(); i++, at++) {
            if (at == end) {
                throw tooEarly();
            }
            if (chars[at] != word.charAt(i)) {
                throw broken();
            }
        }
    }

    /** The rest of a text whose first quotation mark was taken. */
    String text() {
        int from = at;
        while (at < end) {
            char sign = chars[at];
            if (sign == '"') {
                return new String(chars, from, at++ - from);
            }
            if (sign == '\\') {
                return unescaped(from);
            }
            requirePrintable(sign);
            at++;
        }
        throw tooEarly();
    }

    /** The rest of the name of a member. */
    String name() {
        int from = at;
        int hash = 0;
        while (at < end) {
            char sign = chars[at];
            if (sign == '"') {
                String name = known(hash, from, at - from);
                at++;
                return name;
            }
            if (sign == '\\') {
                String name = unescaped(from);
                requireShort(name.length());
                return name;
            }
            requirePrintable(sign);
            hash = 31 * hash + sign;
            at++;
        }
        throw tooEarly();
    }

    private String known(int hash, int from, int length) {
        requireShort(length);
        int place = (hash ^ hash >>> 16) & KNOWN_NAMES - 1;
        String known = names[place];
        if (known == null || !isSame(known, from, length)) {
            known = new String(chars, from, length);
            names[place] = known;
        }
        return known;
    }

    private boolean isSame(String known, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void requireShort(int length) {
        if (length > MAX_NAME) {
            throw malformed("a name has more than " + MAX_NAME + " characters");
        }
    }

    private void requirePrintable(char sign) {
        if (sign < FIRST_PRINTABLE) {
            throw broken();
        }
    }

    /** A text with at least one escape, from its first sign; the scanner stands before the escape. */
    private String unescaped(int from) {
        StringBuilder text = new StringBuilder(at - from + 16).append(chars, from, at - from);
        while (at < end) {
            char sign = chars[at++];
            if (sign == '"') {
                return text.toString();
            }
            if (sign == '\\') {
                text.append(escape());
            } else {
                requirePrintable(sign);
                text.append(sign);
            }
        }
        throw tooEarly();
    }

    private char escape() {
        if (at == end) {
            throw tooEarly();
        }
        char sign = chars[at++];
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw broken();
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < HEX_DIGITS; i++, at++) {
            if (at == end) {
                throw tooEarly();
            }
            int digit = chars[at] < 0x80 ? Character.digit(chars[at], 16) : -1;
            if (digit < 0) {
                throw broken();
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    /** A number whose first sign was taken. */
    JsonNumber number() {
        int from = --at;
        boolean negative = chars[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        int digits = digits();
        if (digits > 1 && chars[first] == '0') {
            throw broken();
        }
        int more = 0;
        if (at < end && chars[at] == '.') {
            at++;
            more += digits();
        }
        if (at < end && (chars[at] == 'e' || chars[at] == 'E')) {
            at++;
            if (at < end && (chars[at] == '+' || chars[at] == '-')) {
                at++;
            }
            more += digits();
        }
        if (digits + more > Numbers.MAX_DIGITS) {
            throw beyondLimits();
        }
        return more == 0 && digits <= SHORT_NUMBER ? whole(first, negative) : decimal(from);
    }

    /** Passes over digits, at least one, and says how many. */
    private int digits() {
        int from = at;
        while (at < end && chars[at] >= '0' && chars[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw at == end ? tooEarly() : broken();
        }
        return at - from;
    }

    private JsonNumber whole(int from, boolean negative) {
        long value = 0;
        for (int i = from; i < at; i++) {
            value = value * 10 + (chars[i] - '0');
        }
        return new JsonNumber(negative ? -value : value);
    }

    private JsonNumber decimal(int from) {
        BigDecimal value;
        try {
            value = new BigDecimal(chars, from, at - from);
        } catch (NumberFormatException _) {
            throw beyondLimits();
        }
        if (!Numbers.allowed(value)) {
            throw beyondLimits();
        }
        return new JsonNumber(value);
    }

    private FailureException beyondLimits() {
        return malformed("a number has too many digits or too large an exponent");
    }

    FailureException broken() {
        return malformed("it breaks the rules of JSON");
    }

    private static FailureException tooEarly() {
        return Malformed.text("it ends too early");
    }

    /** With the place where the scanner stands. */
    FailureException malformed(String reason) {
        int line = 1;
        int column = 1;
        for (int i = start; i < at; i++) {
            column = chars[i] == '\n' ? 1 : column + 1;
            line += chars[i] == '\n' ? 1 : 0;
        }
        return Malformed.text(reason + " (line " + line + ", column " + column + ")");
    }
}
