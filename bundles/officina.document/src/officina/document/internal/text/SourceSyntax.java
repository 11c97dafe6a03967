// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.text;

import officina.document.internal.cut.Borders;
import officina.document.internal.cut.Manuscript;

/**
 * Source code of any language, by its layout alone: a function or class begins behind an empty line, at the left margin
 * or one step from it, together with the comments and annotations above it.
 */
final class SourceSyntax implements TextReader.Syntax {

    private static final int ONE_STEP = 4;

    @Override
    public void mark(String text, TextLines lines, Borders borders, Manuscript manuscript) {
        boolean empty = false;
        for (int line = 0; line < lines.count(); line++) {
            int start = lines.start(line);
            int indent = indent(text, start);
            if (indent < 0) {
                empty = true;
            } else {
                if (empty && indent <= ONE_STEP && opens(text.charAt(first(text, start)))) {
                    borders.raise(start, Borders.BLOCK);
                }
                empty = false;
            }
        }
    }

    /** Whether a line may begin something, for a line that only closes or goes on does not. */
    private static boolean opens(char c) {
        return ")]},;".indexOf(c) < 0;
    }

    private static int first(String text, int start) {
        int i = start;
        while (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
            i++;
        }
        return i;
    }

    /** How far a line is indented; -1 for an empty one. */
    private static int indent(String text, int start) {
        int indent = 0;
        for (int i = start; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ' ' -> indent++;
                case '\t' -> indent += ONE_STEP;
                case '\n', '\f' -> {
                    return -1;
                }
                default -> {
                    return indent;
                }
            }
        }
        return -1;
    }
}
