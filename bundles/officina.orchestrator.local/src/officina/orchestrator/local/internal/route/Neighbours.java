// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How near a query is to what agents claim and to what they do not: by words the share of common features, rare ones
 * counting more; by meaning the cosine. What {@link Classifier} smooths away, an example that says nearly the same brings
 * back.
 */
final class Neighbours {

    private final Map<String, Integer> index = new HashMap<>();
    private final double[] weights;
    private final List<Known> claimed;
    private final List<Known> others;

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Known(int[] words, float[] meaning) {}

    Neighbours(List<Seen> claimed, List<Seen> others) {
        Map<String, Integer> counts = new HashMap<>();
        Stream.concat(claimed.stream(), others.stream())
                .forEach(each -> each.words().forEach(feature -> counts.merge(feature, 1, Integer::sum)));
        counts.keySet().stream().sorted().forEach(feature -> index.put(feature, index.size()));
        weights = new double[index.size()];
        double all = claimed.size() + others.size() + 1.0;
        index.forEach((feature, at) -> weights[at] = Math.log(all / (counts.getOrDefault(feature, 0) + 0.5)));
        this.claimed = claimed.stream().map(this::known).toList();
        this.others = others.stream().map(this::known).toList();
    }

    /**
     * From -1, the same as something that nobody claims, to 1, the same as a claim; with meanings the sum of two such
     * figures.
     */
    double margin(Seen query) {
        Known known = known(query);
        return nearest(known, claimed) - nearest(known, others);
    }

    private Known known(Seen seen) {
        return new Known(known(seen.words()), seen.meaning());
    }

    private int[] known(Set<String> features) {
        int[] known = features.stream()
                .filter(index::containsKey)
                .mapToInt(index::get)
                .toArray();
        Arrays.sort(known);
        return known;
    }

    /** By words and by meaning, each of its own best. */
    private double nearest(Known query, List<Known> all) {
        double words = 0;
        double meaning = 0;
        for (Known each : all) {
            words = Math.max(words, similarity(query.words(), each.words()));
            meaning = Math.max(meaning, cosine(query.meaning(), each.meaning()));
        }
        return words + meaning;
    }

    private static double cosine(float[] a, float[] b) {
        float product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }

    /** The weight of common features in that of all, over two sorted lists. */
    private double similarity(int[] a, int[] b) {
        double shared = 0;
        double all = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (j == b.length || i < a.length && a[i] < b[j]) {
                all += weights[a[i++]];
            } else if (i == a.length || b[j] < a[i]) {
                all += weights[b[j++]];
            } else {
                shared += weights[a[i++]];
                all += weights[b[j++]];
            }
        }
        return all == 0 ? 0 : shared / all;
    }
}
