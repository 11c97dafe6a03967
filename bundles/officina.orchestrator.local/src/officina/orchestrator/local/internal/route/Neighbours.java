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
 * How near a query is to what agents claim and to what they do not: the share of common features, rare ones counting
 * more. What {@link Classifier} smooths away, an example that says nearly the same brings back.
 */
final class Neighbours {

    private final Map<String, Integer> index = new HashMap<>();
    private final double[] weights;
    private final List<int[]> claimed;
    private final List<int[]> others;

    Neighbours(List<Set<String>> claimed, List<Set<String>> others) {
        Map<String, Integer> counts = new HashMap<>();
        Stream.concat(claimed.stream(), others.stream())
                .forEach(each -> each.forEach(feature -> counts.merge(feature, 1, Integer::sum)));
        counts.keySet().stream().sorted().forEach(feature -> index.put(feature, index.size()));
        weights = new double[index.size()];
        double all = claimed.size() + others.size() + 1.0;
        index.forEach((feature, at) -> weights[at] = Math.log(all / (counts.getOrDefault(feature, 0) + 0.5)));
        this.claimed = claimed.stream().map(this::known).toList();
        this.others = others.stream().map(this::known).toList();
    }

    /** From -1, the same as something that nobody claims, to 1, the same as a claim. */
    double margin(Set<String> query) {
        int[] features = known(query);
        return nearest(features, claimed) - nearest(features, others);
    }

    private int[] known(Set<String> features) {
        int[] known = features.stream()
                .filter(index::containsKey)
                .mapToInt(index::get)
                .toArray();
        Arrays.sort(known);
        return known;
    }

    private double nearest(int[] query, List<int[]> all) {
        double nearest = 0;
        for (int[] each : all) {
            nearest = Math.max(nearest, similarity(query, each));
        }
        return nearest;
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
