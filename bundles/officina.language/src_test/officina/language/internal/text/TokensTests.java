// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTests {

    @Test
    void words_numbers_and_marks_are_cut_apart() {
        assertEquals(List.of("at", "9", ":", "30", "pm", ",", "don't", "!"), forms("At 9:30pm, don\u2019t!"));
    }

    @Test
    void an_apostrophe_at_the_end_of_a_word_is_a_mark() {
        assertEquals(List.of("dogs", "'", "bone"), forms("dogs' bone"));
    }

    @Test
    void letters_outside_the_basic_plane_are_letters() {
        assertEquals(
                List.of("\ud835\udc9c\ud835\udcb7", "\ud83d\ude00"), forms("\ud835\udc9c\ud835\udcb7 \ud83d\ude00"));
    }

    @Test
    void a_very_long_word_is_kept_out_of_look_ups() {
        assertEquals(List.of("", "x"), forms("x".repeat(1000) + " x"));
    }

    @Test
    void the_gap_before_a_token_tells_of_line_ends() {
        Tokens tokens = new Tokens("a b\n  c,d \r\n e");
        assertEquals(
                List.of("LINE", "SPACE", "LINE", "NONE", "NONE", "LINE"),
                IntStream.range(0, tokens.size())
                        .mapToObj(token -> tokens.gap(token).name())
                        .toList());
    }

    private static List<String> forms(String text) {
        Tokens tokens = new Tokens(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::form).toList();
    }
}
