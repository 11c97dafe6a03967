// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.cut;

/**
 * Counts how many word pieces a text will be for the embedding model, without its vocabulary. It counts rather too many:
 * a word of the common size is one or two, capitals inside a word begin another, a sign and an ideograph are one each.
 */
final class TokenCount {

    private static final int LATIN = 6;
    private static final int OTHER = 3;

    private enum Run {
        NONE,
        WORD,
        FOREIGN,
        DIGITS
    }

    private Run run = Run.NONE;
    private int length;
    private boolean small;
    private int total;

    static int of(String text, int from, int to) {
        TokenCount count = new TokenCount();
        for (int i = from; i < to; ) {
            int point = text.codePointAt(i);
            count.add(point);
            i += Character.charCount(point);
        }
        return count.total;
    }

    int total() {
        return total;
    }

    void add(int point) {
        Run kind = kind(point);
        if (kind == Run.NONE) {
            run = Run.NONE;
            if (!Character.isWhitespace(point) && !Character.isSpaceChar(point)) {
                total++;
            }
            return;
        }
        boolean hump = kind == Run.WORD && run == Run.WORD && small && Character.isUpperCase(point);
        if (kind != run || hump) {
            run = kind;
            length = 0;
        }
        if (length % (kind == Run.WORD ? LATIN : OTHER) == 0) {
            total++;
        }
        length++;
        small = Character.isLowerCase(point);
    }

    private static Run kind(int point) {
        if (point < 0x80) {
            return Character.isLetter(point) ? Run.WORD : Character.isDigit(point) ? Run.DIGITS : Run.NONE;
        } else if (Character.isIdeographic(point)) {
            return Run.NONE;
        } else if (Character.isLetter(point)) {
            return point < 0x250 ? Run.WORD : Run.FOREIGN;
        }
        return Character.isDigit(point) ? Run.DIGITS : Run.NONE;
    }
}
