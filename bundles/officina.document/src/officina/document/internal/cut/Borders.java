// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.cut;

/**
 * Where a text may be cut, and how well: a strength for each offset. What the letters tell (words, sentences, lines,
 * empty lines) is found here; a format adds what it knows.
 */
public final class Borders {

    public static final byte NONE = 0;
    static final byte WORD = 1;
    static final byte SENTENCE = 2;
    static final byte LINE = 3;
    public static final byte PARAGRAPH = 4;
    /** Before a part that stands alone, a function for example. */
    public static final byte BLOCK = 5;
    /** Before a chapter or page: always cut here. */
    public static final byte SECTION = 6;

    private final byte[] strengths;

    private Borders(byte[] strengths) {
        this.strengths = strengths;
    }

    /** The borders that every text has. */
    public static Borders of(String text) {
        byte[] strengths = new byte[text.length() + 1];
        boolean empty = true;
        for (int i = 1; i <= text.length(); i++) {
            char before = text.charAt(i - 1);
            if (before == '\n') {
                strengths[i] = empty ? PARAGRAPH : LINE;
                empty = true;
            } else if (isBlank(before)) {
                boolean sentence = i > 1 && ".!?:;".indexOf(text.charAt(i - 2)) >= 0;
                strengths[i] = sentence ? SENTENCE : WORD;
            } else {
                empty = false;
                strengths[i] = "\u3002\uff01\uff1f".indexOf(before) >= 0 ? SENTENCE : NONE;
            }
        }
        return new Borders(strengths);
    }

    /** Makes a border at least so strong. */
    public void raise(int offset, byte strength) {
        if (strengths[offset] < strength) {
            strengths[offset] = strength;
        }
    }

    byte at(int offset) {
        return strengths[offset];
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
