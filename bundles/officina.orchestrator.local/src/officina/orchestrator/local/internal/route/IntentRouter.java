// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import officina.api.agent.AgentDescriptor;
import officina.api.id.PluginId;
import officina.orchestrator.local.internal.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Finds the agent for a query by the agents' own descriptions and examples, told apart from each other and from what
 * people say to assistants in general. No model, no randomness: the same agents and query give the same answer. Any
 * thread. Learning takes some tenths of a second at the first query and when agents have changed.
 */
public final class IntentRouter {

    /** What it adds to the odds that a query speaks of something the person has: a doubtful one passes, no other. */
    private static final double MENTION = 0.6;

    private static final double DESCRIPTION_WEIGHT = 0.3;

    private final Features features = new Features();

    private volatile @Nullable Trained trained;

    /**
     * What was learned of one set of agents: first whether a query is for any of them, then for which. Two questions,
     * because an agent with few examples knows too little of the world to answer both.
     */
    private record Trained(List<AgentDescriptor> agents, Gate any, Choice each) {}

    /**
     * Who gets the query.
     *
     * @param agents all there are, in a fixed order
     * @param titles of things the person has, by the agent that looks after them; a query that speaks of one is a little
     *     more probably for that agent. They weigh, they are not obeyed: no title makes a query of something else.
     */
    public Routing route(
            String query, List<AgentDescriptor> agents, Map<PluginId, ? extends Collection<String>> titles) {
        Set<String> seen = features.of(query);
        if (agents.isEmpty() || seen.isEmpty()) {
            return new Routing(null, 0);
        }
        Trained known = trained(agents);
        PluginId best = agents.getFirst().plugin();
        double odds = Double.NEGATIVE_INFINITY;
        Set<String> topics = features.topics(query);
        Set<PluginId> mentioned = mentioned(query, titles);
        for (AgentDescriptor agent : agents.size() > 1 ? agents : List.<AgentDescriptor>of()) {
            double own = known.each().odds(agent.plugin(), topics, seen) + bonus(agent.plugin(), mentioned);
            if (own > odds) {
                odds = own;
                best = agent.plugin();
            }
        }
        double any = Classifier.probability(known.any().odds(seen) + bonus(best, mentioned));
        return new Routing(any >= 0.5 ? best : null, any);
    }

    private Set<PluginId> mentioned(String query, Map<PluginId, ? extends Collection<String>> titles) {
        Mentions mentions = new Mentions(features);
        Set<PluginId> mentioned = new HashSet<>();
        titles.forEach((agent, own) -> {
            if (mentions.anyOf(own, query)) {
                mentioned.add(agent);
            }
        });
        return mentioned;
    }

    private static double bonus(PluginId agent, Set<PluginId> mentioned) {
        return mentioned.contains(agent) ? MENTION : 0;
    }

    private Trained trained(List<AgentDescriptor> agents) {
        Trained current = trained;
        if (current == null || !current.agents().equals(agents)) {
            current = train(agents);
            trained = current;
        }
        return current;
    }

    private Trained train(List<AgentDescriptor> agents) {
        List<Classifier.Sample> claims = new ArrayList<>();
        agents.forEach(agent -> claims.addAll(claims(agent, true, features::of)));
        List<Choice.Claims> each = new ArrayList<>();
        for (AgentDescriptor agent : agents.size() > 1 ? agents : List.<AgentDescriptor>of()) {
            List<Set<String>> examples =
                    agent.examples().stream().map(features::of).toList();
            each.add(new Choice.Claims(agent.plugin(), claims(agent, true, features::topics), examples));
        }
        List<Set<String>> background = Lines.of(IntentRouter.class, "background.txt").stream()
                .map(features::of)
                .toList();
        return new Trained(List.copyOf(agents), Gate.learn(claims, background), Choice.learn(each));
    }

    private static List<Classifier.Sample> claims(
            AgentDescriptor agent, boolean belongs, Function<String, Set<String>> features) {
        List<Classifier.Sample> claims = new ArrayList<>();
        for (String example : agent.examples()) {
            claims.add(new Classifier.Sample(features.apply(example), belongs, 1));
        }
        for (String clause : agent.description().split("[.,:;]| and ")) {
            claims.add(new Classifier.Sample(features.apply(clause), belongs, DESCRIPTION_WEIGHT));
        }
        return claims;
    }
}
