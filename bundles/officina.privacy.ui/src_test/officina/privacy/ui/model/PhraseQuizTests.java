// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import officina.base.SecretText;
import org.junit.jupiter.api.Test;

class PhraseQuizTests {

    private static final String PHRASE =
            "abandon ability able about above absent absorb abstract absurd abuse access accident";

    @Test
    void asks_for_three_different_words_in_their_order_and_in_time_for_each() {
        Set<Integer> asked = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            try (PhraseQuiz quiz = quiz(seed)) {
                assertEquals(3, Set.copyOf(quiz.places()).size());
                assertEquals(quiz.places().stream().sorted().toList(), quiz.places());
                asked.addAll(quiz.places());
            }
        }
        assertEquals(12, asked.size());
    }

    @Test
    void takes_a_word_as_people_type_it_and_no_other() {
        try (PhraseQuiz quiz = quiz(1)) {
            assertTrue(quiz.matches(2, " Ability ".toCharArray()));
            assertFalse(quiz.matches(2, "able".toCharArray()));
            assertFalse(quiz.matches(3, "ability".toCharArray()));
            assertFalse(quiz.matches(2, "ability able".toCharArray()));
            assertFalse(quiz.matches(2, new char[0]));
        }
    }

    @Test
    void overwrites_the_words_at_the_end() {
        PhraseQuiz quiz = quiz(1);
        char[] word = quiz.word(1);
        quiz.close();
        assertArrayEquals(new char["abandon".length()], word);
        assertThrows(IllegalStateException.class, () -> quiz.phrase().copy());
    }

    private static PhraseQuiz quiz(long seed) {
        return new PhraseQuiz(new SecretText(PHRASE.toCharArray()), new Random(seed));
    }
}
