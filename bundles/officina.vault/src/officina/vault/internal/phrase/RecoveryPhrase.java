// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.phrase;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import officina.base.SecretText;

/** The 128 random bits that twelve words stand for; overwritten when closed. */
public final class RecoveryPhrase implements AutoCloseable {

    /** How many words it has. */
    public static final int WORDS = 12;

    /** How many random bytes they stand for. */
    public static final int BYTES = 16;

    /** A word has eight letters at most, and a space behind it. */
    private static final int LONGEST = 9;

    /** What typed words are. */
    public sealed interface Reading {

        /** A phrase; perhaps that of other data. */
        record Whole(RecoveryPhrase phrase) implements Reading {}

        /** The word at that place, from 1, is not on the list. */
        record UnknownWord(int place) implements Reading {}

        /** Not twelve words but so many. */
        record WrongCount(int count) implements Reading {}

        /** Words of the list that do not belong together. */
        record WrongCheck() implements Reading {}
    }

    private final byte[] entropy;

    /** Takes the array over: it is overwritten when this is closed. */
    public RecoveryPhrase(byte[] entropy) {
        if (entropy.length != BYTES) {
            throw new IllegalArgumentException("not the bytes of twelve words");
        }
        this.entropy = entropy;
    }

    /** Reads what a person typed. */
    public static Reading read(SecretText typed) {
        try (TypedWords words = new TypedWords(typed)) {
            int count = words.all().size();
            int[] numbers = new int[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = WordList.index(words.all().get(i));
                if (numbers[i] < 0) {
                    return new Reading.UnknownWord(i + 1);
                }
            }
            if (count != WORDS) {
                return new Reading.WrongCount(count);
            }
            byte[] entropy = Mnemonic.entropy(numbers);
            Arrays.fill(numbers, 0);
            return entropy == null ? new Reading.WrongCheck() : new Reading.Whole(new RecoveryPhrase(entropy));
        }
    }

    /** The places (from 1) whose words are not on the list, each with at most three words that were perhaps meant. */
    public static SortedMap<Integer, List<String>> unknown(SecretText typed) {
        SortedMap<Integer, List<String>> unknown = new TreeMap<>();
        try (TypedWords words = new TypedWords(typed)) {
            for (int i = 0; i < words.all().size(); i++) {
                char[] word = words.all().get(i);
                if (WordList.index(word) < 0) {
                    unknown.put(i + 1, WordList.nearest(word));
                }
            }
        }
        return unknown;
    }

    /** Whether what was typed is one word, that at this place (from 1) of the phrase. */
    public static boolean matches(SecretText phrase, int place, SecretText typed) {
        try (TypedWords words = new TypedWords(phrase);
                TypedWords word = new TypedWords(typed)) {
            return word.all().size() == 1
                    && place <= words.all().size()
                    && Arrays.equals(words.all().get(place - 1), word.all().getFirst());
        }
    }

    /** The random bytes themselves, not a copy. */
    public byte[] bytes() {
        return entropy;
    }

    /** The words with a space between. */
    public SecretText words() {
        int[] numbers = Mnemonic.words(entropy);
        CharBuffer text = CharBuffer.allocate(WORDS * LONGEST);
        for (int number : numbers) {
            if (text.position() > 0) {
                text.put(' ');
            }
            text.put(WordList.word(number));
        }
        SecretText words = new SecretText(Arrays.copyOf(text.array(), text.position()));
        Arrays.fill(text.array(), '\0');
        Arrays.fill(numbers, 0);
        return words;
    }

    @Override
    public void close() {
        Arrays.fill(entropy, (byte) 0);
    }

    @Override
    public String toString() {
        return "***";
    }
}
