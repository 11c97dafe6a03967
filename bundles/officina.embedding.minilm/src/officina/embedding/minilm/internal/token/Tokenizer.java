// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.token;

import java.util.Arrays;
import java.util.List;

/**
 * Cuts texts into tokens and gives their numbers, the same as the reference tokenizer of the model. Immutable; any
 * thread.
 */
public final class Tokenizer {

    private static final int UNKNOWN = 100;
    private static final int START = 101;
    private static final int END = 102;

    /** In a word of more characters the reference looks for nothing. */
    private static final int LONGEST_WORD = 100;

    /** Words that a text may not mean literally, because the reference takes them for the marks they are. */
    private static final List<String> MARKS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

    private static final int[] MARK_NUMBERS = {0, UNKNOWN, START, END, 103};

    private final Characters characters = Characters.load();
    private final Vocabulary vocabulary;

    /** From the description of the tokenizer that belongs to the model. */
    public Tokenizer(byte[] description) {
        vocabulary = Vocabulary.read(description);
    }

    /** The numbers of the text's tokens between start and end, at most so many in all. */
    public int[] encode(String text, int most) {
        Numbers numbers = new Numbers(most - 1);
        numbers.add(START);
        int at = 0;
        while (at < text.length() && !numbers.isFull()) {
            int mark = nextMark(text, at);
            int until = mark < 0 ? text.length() : mark;
            split(text, at, until, numbers);
            at = until;
            if (mark >= 0) {
                int which = markAt(text, at);
                numbers.add(MARK_NUMBERS[which]);
                at += MARKS.get(which).length();
            }
        }
        numbers.most++;
        numbers.add(END);
        return Arrays.copyOf(numbers.all, numbers.count);
    }

    private static int nextMark(String text, int from) {
        int at = text.indexOf('[', from);
        while (at >= 0 && markAt(text, at) < 0) {
            at = text.indexOf('[', at + 1);
        }
        return at;
    }

    private static int markAt(String text, int at) {
        for (int i = 0; i < MARKS.size(); i++) {
            if (text.startsWith(MARKS.get(i), at)) {
                return i;
            }
        }
        return -1;
    }

    /** Piece by piece, so that a text of megabytes of which only the beginning counts costs no more than that. */
    private void split(String text, int from, int until, Numbers numbers) {
        WordPieces words = new WordPieces(numbers);
        int at = from;
        while (at < until && !numbers.isFull()) {
            at += characters.put(text, at, words);
        }
        words.end();
    }

    /** The numbers found so far. */
    private static final class Numbers {

        private int most;
        private int[] all = new int[32];
        private int count;

        Numbers(int most) {
            this.most = most;
        }

        boolean isFull() {
            return count >= most;
        }

        void add(int number) {
            if (!isFull()) {
                if (count == all.length) {
                    all = Arrays.copyOf(all, count * 2);
                }
                all[count++] = number;
            }
        }
    }

    /** Cuts each word into the longest pieces from its beginning, or none. */
    private final class WordPieces implements Characters.Words {

        private final Numbers numbers;
        private final StringBuilder word = new StringBuilder();
        private int length;

        WordPieces(Numbers numbers) {
            this.numbers = numbers;
        }

        @Override
        public void add(int character) {
            length++;
            if (length <= LONGEST_WORD) {
                word.appendCodePoint(character);
            }
        }

        @Override
        public void end() {
            if (length > LONGEST_WORD) {
                numbers.add(UNKNOWN);
            } else if (length > 0) {
                cut(word.toString());
            }
            word.setLength(0);
            length = 0;
        }

        private void cut(String letters) {
            int[] pieces = new int[letters.length()];
            int count = 0;
            int at = 0;
            while (at < letters.length()) {
                int until = Math.min(letters.length(), at + vocabulary.longest());
                int number = -1;
                while (until > at) {
                    number = vocabulary.number(letters.substring(at, until), at > 0);
                    if (number >= 0) {
                        break;
                    }
                    until = letters.offsetByCodePoints(until, -1);
                }
                if (number < 0) {
                    numbers.add(UNKNOWN);
                    return;
                }
                pieces[count++] = number;
                at = until;
            }
            for (int i = 0; i < count; i++) {
                numbers.add(pieces[i]);
            }
        }
    }
}
