// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import officina.api.language.EntityExtractor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordEntityExtractorTests {

    private final EntityExtractor extractor = new WordEntityExtractor();

    @TestFactory
    Stream<DynamicTest> every_phrase_of_the_corpus_is_read_as_the_file_says() {
        return Corpus.read().stream()
                .map(phrase -> DynamicTest.dynamicTest(
                        "line " + phrase.line() + ": " + phrase.text(),
                        () -> assertEquals(
                                phrase.expected(),
                                Corpus.show(extractor.extract(phrase.text(), phrase.context())),
                                () -> "line " + phrase.line() + ": " + phrase.text())));
    }

    @Test
    void the_corpus_is_large() {
        assertTrue(Corpus.read().size() >= 250);
    }
}
