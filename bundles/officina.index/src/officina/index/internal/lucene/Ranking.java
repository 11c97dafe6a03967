// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins what words say with what meaning says: the closeness, and how much of the question's weight of words is in the
 * passage. Both are between 0 and 1 and mean the same in every search, unlike ranks: where only everyday words match,
 * ranks would give them the say of half (decision 0063).
 */
final class Ranking {

    /** How much a passage with all words counts against one with the same meaning. */
    private static final double WORDS = 0.4;

    private Ranking() {}

    /** A passage, by its number in the index, and its points between 0 and 1. */
    record Ranked(int passage, double score) {}

    /**
     * Best first.
     *
     * @param closeness cosines; empty where meaning was not compared
     * @param coverage parts of the question's words
     */
    static List<Ranked> join(Map<Integer, Double> closeness, Map<Integer, Double> coverage) {
        Set<Integer> passages = new HashSet<>(closeness.keySet());
        passages.addAll(coverage.keySet());
        List<Ranked> ranked = new ArrayList<>();
        for (int passage : passages) {
            double meaning = Math.clamp(closeness.getOrDefault(passage, 0.0), 0, 1);
            double words = Math.clamp(coverage.getOrDefault(passage, 0.0), 0, 1);
            double score = closeness.isEmpty() ? words : (meaning + WORDS * words) / (1 + WORDS);
            ranked.add(new Ranked(passage, score));
        }
        ranked.sort(Comparator.comparingDouble((Ranked each) -> -each.score()).thenComparing(Ranked::passage));
        return ranked;
    }
}
