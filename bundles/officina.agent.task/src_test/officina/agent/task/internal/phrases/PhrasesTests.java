// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.language.LanguageContext;
import officina.language.WordEntityExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTests {

    private static final LanguageContext CONTEXT =
            new LanguageContext(Instant.parse("2026-11-18T09:15:00Z"), ZoneId.of("Europe/Rome"), Locale.UK);

    private final Phrases phrases = Phrases.english();

    @Test
    void every_intent_has_a_pattern_and_every_pattern_an_intent() {
        Set<Intent> said = phrases.intents().stream()
                .map(Intent::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class)));
        assertEquals(EnumSet.allOf(Intent.class), said);
    }

    @Test
    void every_list_of_words_that_the_code_asks_for_is_there() {
        assertEquals(
                List.of(),
                Arrays.stream(Words.values())
                        .filter(list -> phrases.words(list).isEmpty())
                        .toList());
    }

    @Test
    void the_parts_of_a_request_are_in_the_persons_words() {
        Request read = new RequestReader(phrases)
                .read("Please move \"Buy Milk\" to Friday at 5pm, thanks!", new WordEntityExtractor(), CONTEXT);
        assertEquals(
                new Request(
                        Intent.MOVE,
                        Map.of(
                                "what", "\"Buy Milk\"",
                                "when", "Friday at 5pm",
                                "whole", "move \"Buy Milk\" to Friday at 5pm")),
                read);
    }

    static Stream<String> repeated() {
        return Stream.of(
                "a ",
                "and ",
                "to ",
                "is ",
                "by ",
                "move ",
                "Friday ",
                "Friday, ",
                "tomorrow at 9 and ",
                ", ",
                "- ",
                "remind me ",
                "the Friday ",
                "high priority ",
                "two days ",
                "\"a\" ",
                "what is ",
                "don't ",
                "please ",
                "as done ",
                "(",
                "a, and ",
                "set the priority of ",
                "every ",
                "note: ",
                "x");
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void the_longest_line_is_read_with_a_bounded_number_of_looks(String part) {
        RequestReader reader = new RequestReader(phrases);
        WordEntityExtractor extractor = new WordEntityExtractor();
        String line = part.repeat(RequestReader.LONGEST / part.length());
        for (String start : List.of("", "move ", "remind me ", "what ", "mark ", "add a to-do ")) {
            String text = (start + line).substring(0, Math.min(start.length() + line.length(), RequestReader.LONGEST));
            BoundedText.Looks looks = new BoundedText.Looks(RequestReader.MOST_LOOKS);
            reader.read(text, extractor, CONTEXT, looks);
            // one more than the most is the look that was refused
            assertTrue(looks.taken() <= RequestReader.MOST_LOOKS + 1, text);
        }
    }

    @Test
    void a_line_that_needs_more_looks_than_there_are_is_not_read() {
        RequestReader reader = new RequestReader(phrases);
        WordEntityExtractor extractor = new WordEntityExtractor();
        String text = "Please move the dentist to Friday at 5pm";
        BoundedText.Looks looks = new BoundedText.Looks(RequestReader.MOST_LOOKS);
        assertEquals(Intent.MOVE, reader.read(text, extractor, CONTEXT, looks).intent());

        assertTrue(looks.taken() < 100_000, () -> looks.taken() + " looks");
        assertNull(reader.read(text, extractor, CONTEXT, new BoundedText.Looks(looks.taken() - 1)));
    }
}
