// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.text.Bidi;

/**
 * Which way a text is read: as its first letter that has a direction says, which is how browsers take a paragraph whose
 * language nobody told. Any thread.
 */
public final class Reading {

    private enum Way {
        FROM_LEFT,
        FROM_RIGHT,
        UNTOLD
    }

    private Reading() {}

    /** Whether a paragraph begins at the right. Code in it does not count: it reads the same in all languages. */
    public static boolean rightToLeft(RichText text) {
        return way(text) == Way.FROM_RIGHT;
    }

    /** Whether a paragraph has a letter that says which way it is read. */
    static boolean says(RichText text) {
        return way(text) != Way.UNTOLD;
    }

    /** Whether a row begins at the right. A listing never does; a table does as a whole. */
    public static boolean rightToLeft(Row row) {
        return switch (row) {
            case Row.Prose prose -> rightToLeft(prose.content());
            case Row.TableLine line -> line.shape().rightToLeft();
            case Row.Listing _, Row.Rule _ -> false;
            case Row.Note note -> rightToLeft(RichText.plain(note.text()));
            case Row.Card card -> rightToLeft(RichText.plain(card.plain()));
        };
    }

    /** Whether a text has letters that are read from the right. */
    public static boolean mixed(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private static Way way(RichText text) {
        int at = 0;
        for (Span span : text.spans()) {
            if (span.marks().contains(Mark.CODE)) {
                Way way = way(text.text(), at, span.start());
                if (way != Way.UNTOLD) {
                    return way;
                }
                at = span.end();
            }
        }
        return way(text.text(), at, text.text().length());
    }

    private static Way way(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int letter = text.codePointAt(at);
            switch (Character.getDirectionality(letter)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return Way.FROM_LEFT;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return Way.FROM_RIGHT;
                }
                default -> at += Character.charCount(letter);
            }
        }
        return Way.UNTOLD;
    }
}
