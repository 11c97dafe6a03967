// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import officina.index.internal.lucene.Ranking.Ranked;
import org.junit.jupiter.api.Test;

class RankingTests {

    @Test
    void everyday_words_do_not_outdo_meaning_and_a_rare_word_does() {
        Map<Integer, Double> closeness = Map.of(1, 0.6, 2, 0.4, 3, 0.3);

        assertEquals(
                List.of(1, 2, 3),
                order(Ranking.join(closeness, Map.of(2, 0.1, 4, 0.1))).subList(0, 3));
        assertEquals(3, order(Ranking.join(closeness, Map.of(3, 1.0))).get(0));
    }

    @Test
    void without_meaning_words_decide_and_points_stay_between_0_and_1() {
        assertEquals(List.of(new Ranked(8, 1), new Ranked(7, 0.25)), Ranking.join(Map.of(), Map.of(7, 0.25, 8, 1.7)));
        assertEquals(List.of(new Ranked(5, 0)), Ranking.join(Map.of(5, -0.3), Map.of()));
        assertEquals(List.of(), Ranking.join(Map.of(), Map.of()));
    }

    private static List<Integer> order(List<Ranked> ranked) {
        return ranked.stream().map(Ranked::passage).toList();
    }
}
