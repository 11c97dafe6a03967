// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import officina.api.error.FailureException;
import officina.base.SecretText;
import org.junit.jupiter.api.Test;

class PhraseDialogTests {

    private static final String WORDS = "letter advice cage absurd amount doctor acoustic avoid lens exile salt above";

    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void shows_the_words_with_their_numbers() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SecretText phrase = secret(WORDS)) {
            PhraseDialog.show(phrase, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        }
        assertEquals("""
                   1 letter       2 advice       3 cage
                   4 absurd       5 amount       6 doctor
                   7 acoustic     8 avoid        9 lens
                  10 exile       11 salt        12 above
                """, bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void asks_for_three_different_words_of_the_phrase() {
        try (SecretText phrase = secret(WORDS)) {
            assertTrue(answering(PhraseDialogTests::right).knows(phrase));
        }
        assertEquals(3, asked.stream().distinct().count());
        assertEquals(List.of(), said);
    }

    @Test
    void lets_a_person_mistype_and_skip_but_not_guess() {
        try (SecretText phrase = secret(WORDS)) {
            assertTrue(answering(question ->
                            asked.size() == 1 ? "zoo" : " " + right(question).toUpperCase(java.util.Locale.ROOT))
                    .knows(phrase));
            assertEquals(1, said.size());
            asked.clear();
            assertFalse(answering(question -> "zoo").knows(phrase));
            assertEquals(3, asked.size());
            asked.clear();
            assertFalse(answering(question -> "").knows(phrase));
            assertEquals(1, asked.size());
        }
    }

    @Test
    void names_near_words_and_asks_again() {
        Deque<String> answers = new ArrayDeque<>(List.of("letter advise qqqqqqqq", WORDS));
        try (SecretText typed = answering(question -> answers.remove()).typed()) {
            assertEquals(WORDS, new String(typed.copy()));
        }
        assertEquals(2, said.size());
        assertTrue(
                said.getFirst().startsWith("Word 2 is not one that phrases are made of. Perhaps: advice"), said + "");
        assertEquals("Word 3 is not one that phrases are made of.", said.get(1));
    }

    @Test
    void an_end_of_the_input_is_a_failure() {
        PhraseDialog dialog = new PhraseDialog(question -> null, said::add);

        assertEquals(
                "vault.phrase-needed",
                assertThrows(FailureException.class, dialog::typed).failure().code());
    }

    private PhraseDialog answering(UnaryOperator<String> answer) {
        return new PhraseDialog(
                question -> {
                    asked.add(question);
                    return answer.apply(question).toCharArray();
                },
                said::add);
    }

    private static String right(String question) {
        return WORDS.split(" ")[Integer.parseInt(question.replaceAll("[^0-9]", "")) - 1];
    }

    private static SecretText secret(String text) {
        return new SecretText(text.toCharArray());
    }
}
