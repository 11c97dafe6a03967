// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import officina.base.SecretText;

/**
 * A recovery phrase that is being shown to a person, and the questions that tell whether it was written down. Overwrites
 * the words when closed. One thread.
 */
public final class PhraseQuiz implements AutoCloseable {

    /** How many words are asked for. */
    public static final int ASKED = 3;

    private final SecretText phrase;
    private final List<char[]> words;
    private final List<Integer> places;

    /** @param phrase words with blanks between; closed with this */
    public PhraseQuiz(SecretText phrase, RandomGenerator random) {
        this.phrase = phrase;
        words = split(phrase);
        places = random.ints(1, words.size() + 1)
                .distinct()
                .limit(ASKED)
                .sorted()
                .boxed()
                .toList();
    }

    /** The phrase itself, until this is closed. */
    public SecretText phrase() {
        return phrase;
    }

    public int count() {
        return words.size();
    }

    /** The word at that place, from 1; the array itself, not a copy. */
    public char[] word(int place) {
        return words.get(place - 1);
    }

    /** The places that are asked for, from 1, in ascending order. */
    public List<Integer> places() {
        return places;
    }

    /** Whether that is the word at that place; capitals and blanks around it do not matter. */
    public boolean matches(int place, char[] typed) {
        int from = 0;
        int to = typed.length;
        while (from < to && Character.isWhitespace(typed[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(typed[to - 1])) {
            to--;
        }
        char[] word = word(place);
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (Character.toLowerCase(typed[from + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<char[]> split(SecretText phrase) {
        char[] all = phrase.copy();
        List<char[]> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= all.length; i++) {
            if (i == all.length || all[i] == ' ') {
                words.add(Arrays.copyOfRange(all, from, i));
                from = i + 1;
            }
        }
        Arrays.fill(all, '\0');
        return List.copyOf(words);
    }

    @Override
    public void close() {
        words.forEach(word -> Arrays.fill(word, '\0'));
        phrase.close();
    }
}
