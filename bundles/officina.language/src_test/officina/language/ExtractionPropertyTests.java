// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.language.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtractionPropertyTests {

    private static final LanguageContext CONTEXT =
            new LanguageContext(Instant.parse("2026-11-18T09:15:00Z"), ZoneId.of("Europe/Rome"), Locale.UK);

    private static final List<Locale> LOCALES = Stream.of(
                    "en-GB",
                    "en-US",
                    "de",
                    "ar-EG",
                    "th-TH-u-ca-buddhist",
                    "ja-JP-u-ca-japanese",
                    "und",
                    "x-lvariant-a")
            .map(Locale::forLanguageTag)
            .toList();

    private final EntityExtractor extractor = new WordEntityExtractor();

    static Stream<Random> seeds() {
        return IntStream.range(0, 100).mapToObj(Random::new);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_sequence_of_code_units_is_read_without_an_error(Random random) {
        String text = random.ints(300, 0, 0x10000)
                .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
                .toString();
        checkSpans(text, extractor.extract(text, in(random)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_mixture_of_the_words_of_the_corpus_is_read_without_an_error(Random random) {
        List<String> words = Corpus.read().stream()
                .flatMap(phrase -> Stream.of(phrase.text().split("(?<=\\s)|(?=\\s)|(?<=\\W)")))
                .toList();
        String text = random.ints(120, 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
        checkSpans(text, extractor.extract(text, in(random)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void days_at_the_edges_of_the_calendar_are_read_without_an_error(Random random) {
        Instant edge =
                random.nextBoolean() ? Instant.parse("9999-12-31T12:00:00Z") : Instant.parse("0001-01-01T12:00:00Z");
        for (Corpus.Phrase phrase : Corpus.read()) {
            if (random.nextInt(8) == 0) {
                LanguageContext context = new LanguageContext(edge, ZoneId.of("UTC"), Locale.UK);
                checkSpans(phrase.text(), extractor.extract(phrase.text(), context));
            }
        }
    }

    @Test
    void the_same_text_gives_the_same_entities() {
        String text = Corpus.read().stream().map(Corpus.Phrase::text).collect(Collectors.joining("\n"));
        assertEquals(extractor.extract(text, CONTEXT), new WordEntityExtractor().extract(text, CONTEXT));
    }

    @Test
    void a_megabyte_is_read_whole() {
        String line = "Remind me to renew the passport by 12 December, high priority. ";
        String text = line.repeat(1_000_000 / line.length());
        Entities found = extractor.extract(text, CONTEXT);
        assertEquals(2 * (text.length() / line.length()), found.all().size());
        checkSpans(text, found);
    }

    @Test
    void an_empty_text_has_no_entities() {
        assertEquals(new Entities("", List.of()), extractor.extract("", CONTEXT));
    }

    private static LanguageContext in(Random random) {
        return new LanguageContext(CONTEXT.now(), CONTEXT.zone(), LOCALES.get(random.nextInt(LOCALES.size())));
    }

    private static void checkSpans(String text, Entities entities) {
        assertEquals(text, entities.text());
        int end = 0;
        for (Entity entity : entities.all()) {
            Span span = entity.span();
            assertTrue(span.start() >= end && span.end() <= text.length(), () -> "overlap or out of range: " + span);
            end = span.end();
        }
    }
}
