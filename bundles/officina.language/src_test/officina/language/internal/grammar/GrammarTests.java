// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import officina.language.internal.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTests {

    @Test
    void the_longest_way_through_a_pattern_is_taken() {
        assertEquals(
                List.of("one two three"), found(Map.of("day.x", "one [two] [three] | one"), "zero one two three four"));
    }

    @Test
    void a_value_is_kept_under_its_name_with_the_prefix_of_the_macro() {
        Grammar grammar =
                new Grammar(Map.of("word.fruit", "apple:1 pear:2", "macro.m", "<fruit:f>", "day.x", "{m} and {m to}"));
        Match match = search(grammar, "apple and pear").getFirst();
        assertEquals(List.of(new Capture("f", "1", 0, 1), new Capture("to.f", "2", 2, 3)), match.captures());
    }

    @Test
    void a_pattern_does_not_cross_a_line() {
        assertEquals(List.of(), found(Map.of("day.x", "one two"), "one\ntwo"));
    }

    @Test
    void a_glued_pattern_bears_no_space() {
        assertEquals(List.of("1:2"), found(Map.of("day.x", "<1-9> ~ : ~ <1-9>"), "1:2 1: 2 3 :4"));
    }

    @Test
    void what_must_not_follow_ends_the_way() {
        assertEquals(List.of("one"), found(Map.of("day.x", "one !(two | <3-4>)"), "one two one 3 one 5"));
    }

    @Test
    void a_clause_ends_before_a_mark_a_line_end_or_a_joining_word() {
        assertEquals(
                List.of("one", "one", "one", "one"),
                found(Map.of("word.joint", "and", "day.x", "one $"), "one, one and one more one\none"));
    }

    @Test
    void a_capital_letter_can_be_asked_for() {
        assertEquals(List.of("Sat"), found(Map.of("word.w", "sat:6", "day.x", "<^w:d>"), "he sat on Sat"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "<nothing>                  ! day.x: no such word class: nothing",
                "{nothing}                  ! day.x: no such macro, or one that names itself: nothing",
                "{self}                     ! day.x: no such macro, or one that names itself: self",
                "(one                       ! day.x: \")\" is missing in the pattern: (one",
                "one )                      ! day.x: unexpected \")\" in the pattern: one )",
                "one <                      ! day.x: cannot read \"<\" in the pattern: one <",
                "[one]                      ! day.x: a pattern must not match nothing"
            })
    void a_wrong_pattern_is_refused_with_its_name_and_what_is_wrong(String pattern, String message) {
        Map<String, String> entries = Map.of("macro.self", "{self}", "day.x", pattern.strip());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Grammar(entries))
                        .getMessage());
    }

    private static List<String> found(Map<String, String> entries, String text) {
        Tokens tokens = new Tokens(text);
        return search(new Grammar(new TreeMap<>(entries)), text).stream()
                .map(match -> text.substring(tokens.start(match.first()), tokens.end(match.end() - 1)))
                .toList();
    }

    private static List<Match> search(Grammar grammar, String text) {
        return new Search(new Reading(new Tokens(text), '.', ',')).all(grammar);
    }
}
