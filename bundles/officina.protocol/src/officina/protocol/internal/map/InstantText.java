// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.map;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads instants as {@link Instant#parse} does, and what they nearly always look like, {@code 2026-12-31T09:30:00.123Z},
 * without its formatter: a history holds one for each event, and the formatter took a fifth of opening one.
 */
public final class InstantText {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;
    private static final int DAY = 86_400;

    private InstantText() {}

    /** Throws {@link java.time.DateTimeException} for what is no instant. */
    public static Instant parse(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    /** Digits where they belong, a time of day that every day has, and a fraction of at most nine digits, if any. */
    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        if (end < SHAPE.length() || end > SHAPE.length() + 1 + NANO_DIGITS || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            if (SHAPE.charAt(i) == '0' ? !isDigit(text.charAt(i)) : SHAPE.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        if (end > SHAPE.length() && (text.charAt(SHAPE.length()) != '.' || end == SHAPE.length() + 1)) {
            return false;
        }
        for (int i = SHAPE.length() + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
    }

    private static Instant usual(String text) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        int nanos = 0;
        int end = text.length() - 1;
        for (int i = 0; i < NANO_DIGITS; i++) {
            int place = SHAPE.length() + 1 + i;
            nanos = nanos * 10 + (place < end ? text.charAt(place) - '0' : 0);
        }
        return Instant.ofEpochSecond(date.toEpochDay() * DAY + second, nanos);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
