// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

/** A text every look at which is counted, so that no pattern can work on a strange one for long. For one thread. */
final class BoundedText implements CharSequence {

    private final String text;
    private final Looks looks;

    /** How often texts may be looked at, all together. */
    static final class Looks {

        private final long most;
        private long taken;

        Looks(long most) {
            this.most = most;
        }

        long taken() {
            return taken;
        }

        private void take() {
            if (++taken > most) {
                throw new Spent();
            }
        }
    }

    /** All looks are spent. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Spent() {
            super("the text takes too long to read", null, false, false);
        }
    }

    BoundedText(String text, Looks looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public char charAt(int index) {
        looks.take();
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
