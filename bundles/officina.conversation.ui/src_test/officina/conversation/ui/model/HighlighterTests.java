// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void hostile_listings_take_no_time() {
        String hostile = "\"\\\"".repeat(20_000) + "/*".repeat(20_000);
        assertTimeout(Duration.ofSeconds(2), () -> Highlighter.tokens("java", hostile));
    }

    private static List<String> tokens(String language, String code) {
        return Highlighter.tokens(language, code).stream()
                .map(token -> token.kind() + " " + code.substring(token.start(), token.end()))
                .toList();
    }
}
