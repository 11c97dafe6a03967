// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import java.util.regex.Pattern;

/** Texts from anywhere, made fit for one line of a list. */
final class OneLine {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Control characters, and those that turn the direction of what follows: they could disguise a line. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]");

    private OneLine() {}

    /** At most so many characters, an ellipsis in place of the rest. */
    static String of(String text, int longest) {
        // what is far beyond the cut need not be looked at
        String start = text.length() > longest * 4 ? cut(text, longest * 4) : text;
        String line = UNSEEN.matcher(BLANKS.matcher(start).replaceAll(" "))
                .replaceAll("")
                .strip();
        return line.length() <= longest && start.length() == text.length() ? line : cut(line, longest - 1) + "…";
    }

    /** Never between the two halves of a character. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
