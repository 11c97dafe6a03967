// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import officina.language.internal.text.Tokens;
import org.junit.jupiter.api.Test;

class GrammarsTests {

    private final Grammars grammars = new Grammars();

    @Test
    void all_regions_of_a_language_share_its_grammar() {
        assertSame(grammars.of(Locale.UK), grammars.of(Locale.forLanguageTag("en-IT")));
    }

    @Test
    void a_language_without_a_file_has_what_is_independent_of_language() {
        assertSame(grammars.of(Locale.GERMAN), grammars.of(Locale.ROOT));
        assertNotSame(grammars.of(Locale.GERMAN), grammars.of(Locale.ENGLISH));
    }

    @Test
    void every_word_of_the_data_file_is_one_that_a_text_can_have() throws IOException {
        Properties english = new Properties();
        try (Reader reader = new InputStreamReader(
                Grammars.class.getResourceAsStream("/words/en.properties"), StandardCharsets.UTF_8)) {
            english.load(reader);
        }
        List<String> strange = english.stringPropertyNames().stream()
                .filter(name -> name.startsWith("word."))
                .filter(name -> !name.equals("word.plural") && !name.equals("word.possessive"))
                .flatMap(name -> Stream.of(english.getProperty(name).split("\\s+")))
                .map(word -> word.replaceAll("(?<=.):.*", ""))
                .filter(word -> !word.startsWith("@") && !isOneToken(word))
                .toList();
        assertEquals(List.of(), strange);
    }

    @Test
    void every_literal_of_a_pattern_is_one_that_a_text_can_have() throws IOException {
        Properties english = new Properties();
        try (Reader reader = new InputStreamReader(
                Grammars.class.getResourceAsStream("/words/en.properties"), StandardCharsets.UTF_8)) {
            english.load(reader);
        }
        List<String> strange = english.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("word.") && !name.startsWith("setting."))
                .flatMap(name -> literals(PatternReader.read(english.getProperty(name))))
                .filter(word -> !isOneToken(word))
                .toList();
        assertEquals(List.of(), strange);
    }

    private static Stream<String> literals(List<List<Item>> ways) {
        return ways.stream().flatMap(List::stream).flatMap(item -> switch (item) {
            case Item.Literal(String form) -> Stream.of(form);
            case Item.Group(List<List<Item>> inner, boolean _) -> literals(inner);
            case Item.Not(List<List<Item>> inner) -> literals(inner);
            case Item.Reference _, Item.Macro _, Item.Assignment _, Item.Adjacent _, Item.End _ -> Stream.of();
        });
    }

    private static boolean isOneToken(String word) {
        Tokens tokens = new Tokens(word);
        return tokens.size() == 1 && tokens.form(0).equals(word);
    }
}
