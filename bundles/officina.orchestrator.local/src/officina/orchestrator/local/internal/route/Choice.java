// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import officina.api.id.PluginId;

/**
 * For which of several agents a query is. Two witnesses: what it is about, against what the others are about, and the
 * nearest example. The first alone would give an agent with few examples every query that has a common word of them.
 */
final class Choice {

    private static final double NEARNESS = 8;

    private final Map<PluginId, Witnesses> agents = new LinkedHashMap<>();

    private record Witnesses(Classifier about, Neighbours near) {}

    /** What one agent claims: by what it is about, and example by example with everything that is seen of it. */
    record Claims(PluginId agent, List<Classifier.Sample> topics, List<Seen> examples) {}

    static Choice learn(List<Claims> all) {
        Choice choice = new Choice();
        for (Claims own : all) {
            List<Classifier.Sample> samples = new ArrayList<>();
            List<Seen> others = new ArrayList<>();
            for (Claims each : all) {
                boolean belongs = each.equals(own);
                each.topics()
                        .forEach(topic -> samples.add(new Classifier.Sample(topic.seen(), belongs, topic.weight())));
                if (!belongs) {
                    others.addAll(each.examples());
                }
            }
            choice.agents.put(
                    own.agent(), new Witnesses(Classifier.learn(samples), new Neighbours(own.examples(), others)));
        }
        return choice;
    }

    /** The logarithm of the odds that it is for that agent rather than another. */
    double odds(PluginId agent, Seen topics, Seen seen) {
        Witnesses witnesses = agents.get(agent);
        if (witnesses == null) {
            throw new IllegalArgumentException("nothing was learned of " + agent);
        }
        return witnesses.about().odds(topics) + NEARNESS * witnesses.near().margin(seen);
    }
}
