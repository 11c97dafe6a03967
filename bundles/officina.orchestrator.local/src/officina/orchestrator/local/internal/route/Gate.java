// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.ArrayList;
import java.util.List;

/** Whether a query is for any agent at all: told apart from what people say to assistants in general. */
final class Gate {

    /** Of queries that are for nobody, how many may pass as being for an agent. */
    private static final double FALSE_ALARMS = 0.20;

    private static final double NEARNESS = 8;
    private static final int FOLDS = 4;

    private final Evidence evidence;
    private final double border;

    private Gate(Evidence evidence, double border) {
        this.evidence = evidence;
        this.border = border;
    }

    /** @param claims what agents claim, all of it belonging */
    static Gate learn(List<Classifier.Sample> claims, List<Seen> background) {
        return new Gate(Evidence.of(claims, background), border(claims, background));
    }

    /** The logarithm of the odds that it is for an agent; 0 is the border. */
    double odds(Seen query) {
        return evidence.odds(query) - border;
    }

    /**
     * Where to draw the line: each quarter of the background is judged by what was learned from the rest, as a query
     * nobody has seen will be, and the line goes above all but a few of them. Never so far that the evidence itself would
     * be overruled.
     */
    private static double border(List<Classifier.Sample> claims, List<Seen> background) {
        List<Double> odds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Seen> known = new ArrayList<>();
            List<Seen> unknown = new ArrayList<>();
            for (int i = 0; i < background.size(); i++) {
                (i % FOLDS == fold ? unknown : known).add(background.get(i));
            }
            Evidence evidence = Evidence.of(claims, known);
            unknown.forEach(each -> odds.add(evidence.odds(each)));
        }
        odds.sort(null);
        double line = odds.get((int) (odds.size() * (1 - FALSE_ALARMS)));
        return Math.clamp(line, -3, 0.5);
    }

    /** Two witnesses: the general one that weighs features, and the exact one that remembers examples. */
    private record Evidence(Classifier classifier, Neighbours neighbours) {

        static Evidence of(List<Classifier.Sample> claims, List<Seen> others) {
            List<Classifier.Sample> samples = new ArrayList<>(claims);
            others.forEach(each -> samples.add(new Classifier.Sample(each, false, 1)));
            List<Seen> examples = claims.stream()
                    .filter(claim -> claim.weight() == 1)
                    .map(Classifier.Sample::seen)
                    .toList();
            return new Evidence(Classifier.learn(samples), new Neighbours(examples, others));
        }

        double odds(Seen query) {
            return classifier.odds(query) + NEARNESS * neighbours.margin(query);
        }
    }
}
