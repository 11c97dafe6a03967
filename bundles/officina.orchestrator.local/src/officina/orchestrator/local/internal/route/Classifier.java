// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says how probable it is that a query belongs to a class: logistic regression over features that are there or not and
 * over the numbers of the meaning where there is one, with a penalty on large weights. Deterministic: the same samples
 * give the same weights.
 */
final class Classifier {

    private static final double PENALTY = 5;
    private static final int STEPS = 60;

    /** How strongly the numbers of a meaning may speak; the sum of their squares is 1, that of a query's words some 5. */
    private static final double MEANING = 5;

    private final Map<String, Integer> index;
    private final double[] weights;

    private Classifier(Map<String, Integer> index, double[] weights) {
        this.index = index;
        this.weights = weights;
    }

    /** An example of the class, or of what is not in it, and how much it counts. */
    record Sample(Seen seen, boolean belongs, double weight) {}

    /** Both sides count the same in sum, however many samples each has. */
    static Classifier learn(List<Sample> samples) {
        Map<String, Integer> index = index(samples);
        int[][] rows = new int[samples.size()][];
        float[][] meanings = new float[samples.size()][];
        double[] counts = new double[samples.size()];
        double[] wanted = new double[samples.size()];
        double belonging = weight(samples, Sample::belongs);
        double other = weight(samples, sample -> !sample.belongs());
        for (int i = 0; i < rows.length; i++) {
            Sample sample = samples.get(i);
            rows[i] = known(sample.seen().words(), index);
            meanings[i] = sample.seen().meaning();
            wanted[i] = sample.belongs() ? 1 : 0;
            counts[i] = sample.weight() * rows.length / 2 / (sample.belongs() ? belonging : other);
        }
        int dimensions = meanings.length == 0 ? 0 : meanings[0].length;
        double[] values = new double[index.size() + 1 + dimensions];
        Arrays.fill(values, MEANING);
        values[0] = 1;
        index.forEach((feature, at) -> values[at] = Features.value(feature));
        return new Classifier(index, new Descent(rows, meanings, values, counts, wanted).weights());
    }

    /** The logarithm of the odds that it belongs; 0 is even. Features that no sample had count neither way. */
    double odds(Seen query) {
        double sum = weights[0];
        for (int at : known(query.words(), index)) {
            sum += weights[at];
        }
        int first = index.size() + 1;
        for (int i = 0; i < query.meaning().length; i++) {
            sum += weights[first + i] * query.meaning()[i];
        }
        return sum;
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private static double weight(List<Sample> samples, Predicate<Sample> which) {
        return samples.stream().filter(which).mapToDouble(Sample::weight).sum();
    }

    private static int[] known(Set<String> features, Map<String, Integer> index) {
        return features.stream().filter(index::containsKey).mapToInt(index::get).toArray();
    }

    /**
     * Features with their places from 1 on; 0 is the bias. What only one sample has is chance. A mere word counts only if
     * an example of the class has it: that people say it elsewhere speaks against nothing.
     */
    private static Map<String, Integer> index(List<Sample> samples) {
        Map<String, Integer> all = new HashMap<>();
        Map<String, Integer> belonging = new HashMap<>();
        for (Sample sample : samples) {
            for (String feature : sample.seen().words()) {
                all.merge(feature, 1, Integer::sum);
                if (sample.belongs()) {
                    belonging.merge(feature, 1, Integer::sum);
                }
            }
        }
        List<String> kept = all.keySet().stream()
                .filter(feature -> all.getOrDefault(feature, 0) > 1)
                .filter(feature -> belonging.containsKey(feature) || Features.isShape(feature))
                .sorted()
                .toList();
        Map<String, Integer> index = new HashMap<>();
        kept.forEach(feature -> index.put(feature, index.size() + 1));
        return index;
    }

    /** Gradient descent with Nesterov's momentum; the step follows from the largest curvature there can be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Descent(int[][] rows, float[][] meanings, double[] values, double[] counts, double[] wanted) {

        /** Weights to be summed as they are: times the feature's value. */
        double[] weights() {
            double step = 1 / (curvature() / 4 + PENALTY);
            double[] now = new double[values.length];
            double[] before = now;
            for (int i = 1; i <= STEPS; i++) {
                double momentum = (i - 1.0) / (i + 2.0);
                double[] ahead = new double[now.length];
                for (int j = 0; j < now.length; j++) {
                    ahead[j] = now[j] + momentum * (now[j] - before[j]);
                }
                double[] gradient = gradient(ahead);
                double[] next = new double[now.length];
                for (int j = 0; j < now.length; j++) {
                    next[j] = ahead[j] - step * gradient[j];
                }
                before = now;
                now = next;
            }
            double[] weights = new double[now.length];
            for (int j = 0; j < now.length; j++) {
                weights[j] = now[j] * values[j];
            }
            return weights;
        }

        private double[] gradient(double[] at) {
            double[] gradient = new double[at.length];
            for (int i = 0; i < rows.length; i++) {
                spread(i, counts[i] * (probability(sum(i, at)) - wanted[i]), gradient);
            }
            for (int j = 1; j < at.length; j++) {
                gradient[j] += PENALTY * at[j];
            }
            return gradient;
        }

        /** The largest eigenvalue of the samples' second moments, by power iteration. */
        private double curvature() {
            double[] direction = new double[values.length];
            Arrays.fill(direction, 1);
            double length = 1;
            for (int round = 0; round < 15; round++) {
                double[] next = new double[direction.length];
                for (int i = 0; i < rows.length; i++) {
                    spread(i, counts[i] * sum(i, direction), next);
                }
                length = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
                for (int j = 0; j < next.length; j++) {
                    direction[j] = next[j] / length;
                }
            }
            return length;
        }

        private double sum(int row, double[] at) {
            double sum = at[0];
            for (int feature : rows[row]) {
                sum += at[feature] * values[feature];
            }
            float[] meaning = meanings[row];
            return meaning.length == 0 ? sum : sum + MEANING * product(meaning, at, at.length - meaning.length);
        }

        /** In four sums beside each other, because a processor adds to one only every few cycles. */
        private static double product(float[] meaning, double[] at, int first) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i + 3 < meaning.length; i += 4) {
                a += meaning[i] * at[first + i];
                b += meaning[i + 1] * at[first + i + 1];
                c += meaning[i + 2] * at[first + i + 2];
                d += meaning[i + 3] * at[first + i + 3];
            }
            for (; i < meaning.length; i++) {
                a += meaning[i] * at[first + i];
            }
            return a + b + c + d;
        }

        private void spread(int row, double amount, double[] into) {
            into[0] += amount;
            for (int feature : rows[row]) {
                into[feature] += amount * values[feature];
            }
            float[] meaning = meanings[row];
            int first = into.length - meaning.length;
            double scaled = amount * MEANING;
            for (int i = 0; i < meaning.length; i++) {
                into[first + i] += scaled * meaning[i];
            }
        }
    }
}
