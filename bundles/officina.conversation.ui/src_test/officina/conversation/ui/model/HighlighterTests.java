// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTests {

    @Test
    void finds_keywords_texts_numbers_and_comments() {
        assertEquals(
                List.of("KEYWORD int", "NUMBER 42", "COMMENT // why", "KEYWORD return", "TEXT \"a\\\"b\""),
                tokens("java", "int a = 42; // why\nreturn \"a\\\"b\";"));
    }

    @Test
    void comments_are_those_of_the_language() {
        assertEquals(List.of("COMMENT # note", "KEYWORD echo"), tokens("bash", "# note\necho hi"));
        assertEquals(List.of("KEYWORD SELECT", "NUMBER 1", "COMMENT -- one"), tokens("sql", "SELECT 1 -- one"));
    }

    @Test
    void plain_text_has_no_colours() {
        assertEquals(List.of(), tokens("", "int a"));
    }

    @Test
    void a_comment_without_an_end_goes_to_the_end() {
        assertEquals(List.of("KEYWORD int", "COMMENT /* a * b"), tokens("java", "int /* a * b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\\"", "\\\"", "/*", "/* a ", "/* * ", "'", "'a", "`", "0x", "a1_", "//", "\\", "\"'`"})
    void hostile_listings_are_looked_at_in_proportion_to_their_length(String part) {
        for (String language : List.of("java", "bash", "sql")) {
            CountedText code = new CountedText(part.repeat(20_000 / part.length()));
            Highlighter.tokens(language, code);
            assertTrue(code.looks < 1_500L * code.length(), () -> code.looks + " looks");
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private long looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
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

    private static List<String> tokens(String language, String code) {
        return Highlighter.tokens(language, code).stream()
                .map(token -> token.kind() + " " + code.substring(token.start(), token.end()))
                .toList();
    }
}
