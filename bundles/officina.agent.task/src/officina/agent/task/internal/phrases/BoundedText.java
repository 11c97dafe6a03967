// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

/**
 * A text that may be looked at only so often, so that no pattern can work on a strange one for long. For one thread.
 */
final class BoundedText implements CharSequence {

    private final String text;
    private long left;

    /** All looks are spent. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Spent() {
            super("the text takes too long to read", null, false, false);
        }
    }

    BoundedText(String text, long looks) {
        this.text = text;
        this.left = looks;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
