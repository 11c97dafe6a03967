// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexHit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitTests {

    private static Fit fit(String question, String text, @Nullable Double closeness) {
        return Fit.of(
                question,
                new IndexHit(IndexCollection.DOCUMENTS, "/a", "a.txt", Map.of(), "line 1", text, 1, closeness));
    }

    @Test
    void closeness_decides_and_words_that_are_there_help() {
        assertEquals(Fit.GOOD, fit("how hot for pizza", "Preheat the oven.", 0.36));
        assertEquals(Fit.PERHAPS, fit("how hot for pizza", "Preheat the oven.", 0.30));
        assertEquals(Fit.NONE, fit("how hot for pizza", "Preheat the oven.", 0.27));
        assertEquals(Fit.GOOD, fit("Lindqvist", "Ask Mr Lindqvist.", 0.12));
    }

    @Test
    void without_meaning_most_words_have_to_be_there() {
        assertEquals(Fit.GOOD, fit("rinse the filter", "Rinse the filters.", null));
        assertEquals(Fit.PERHAPS, fit("filter of the coffee machine", "Rinse the filters.", null));
        assertEquals(Fit.NONE, fit("when is the rent due", "Rinse the filters.", null));
        assertEquals(Fit.NONE, fit("what is it", "What it is.", null));
    }

    @Test
    void words_are_compared_by_their_beginning_without_accents_and_case() {
        assertEquals(Set.of("cafe", "rinsi"), Fit.words("The CAFÉ is for rinsing"));
    }
}
