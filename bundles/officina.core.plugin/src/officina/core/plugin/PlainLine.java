// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

/** A line of a stranger's that is shown to a person: nothing in it breaks it, hides in it or turns what stands around it. */
public final class PlainLine {

    private PlainLine() {}

    /** Whether it is one that fits. */
    static boolean is(String text, int longest) {
        return text.length() <= longest && text.codePoints().noneMatch(PlainLine::isUnseen);
    }

    /** The same for prose, which some languages cannot be written in without marks that join letters or part them. */
    static boolean isProse(String text, int longest) {
        return text.length() <= longest && is(text.replace("\u200c", "").replace("\u200d", ""), longest);
    }

    /** As much of it as fits, with a sign for each letter that would not be seen. */
    public static String of(String text, int longest) {
        StringBuilder line = new StringBuilder();
        int end = text.length() <= longest ? text.length() : longest - 1;
        text.substring(0, end)
                .codePoints()
                .forEach(letter -> line.appendCodePoint(isUnseen(letter) ? '\ufffd' : letter));
        return end < text.length() ? line.append('\u2026').toString() : line.toString();
    }

    /** The same of several lines, which become one. */
    public static String joined(String text, int longest) {
        // cut first: a stranger may have written megabytes
        String some = text.length() <= 2 * longest ? text : text.substring(0, 2 * longest);
        return of(some.strip().replaceAll("\\s+", " "), longest);
    }

    /** Control and format characters (those of the direction among them), ends of lines and halves of letters. */
    private static boolean isUnseen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
