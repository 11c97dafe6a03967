// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import officina.api.agent.AgentDescriptor;
import officina.api.id.PluginId;
import officina.orchestrator.local.internal.text.Lines;

/**
 * What was learned of one set of agents: first whether a query is for any of them, then for which. Two questions, because
 * an agent with few examples knows too little of the world to answer both.
 */
record Trained(List<AgentDescriptor> agents, Gate any, Choice each) {

    /** What it adds to the odds that a query speaks of something the person has: a doubtful one passes, no other. */
    private static final double MENTION = 0.6;

    private static final double DESCRIPTION_WEIGHT = 0.3;

    /** Odds of twenty to one. */
    private static final double SURE = 3;

    /** What people say to assistants in general. */
    static List<String> background() {
        return Lines.of(Trained.class, "background.txt");
    }

    /** All texts of these agents that are learned from. */
    static Stream<String> texts(List<AgentDescriptor> agents) {
        return agents.stream().flatMap(agent -> Stream.concat(agent.examples().stream(), clauses(agent)));
    }

    static Trained learn(List<AgentDescriptor> agents, Sight sight) {
        List<Classifier.Sample> claims = new ArrayList<>();
        agents.forEach(agent -> claims.addAll(claims(agent, sight::of)));
        List<Choice.Claims> each = new ArrayList<>();
        for (AgentDescriptor agent : agents.size() > 1 ? agents : List.<AgentDescriptor>of()) {
            List<Seen> examples = agent.examples().stream().map(sight::of).toList();
            each.add(new Choice.Claims(agent.plugin(), claims(agent, sight::topics), examples));
        }
        List<Seen> background = background().stream().map(sight::of).toList();
        return new Trained(List.copyOf(agents), Gate.learn(claims, background), Choice.learn(each));
    }

    /** @param mentioned the agents that look after something the query speaks of */
    Routing route(Seen seen, Seen topics, Set<PluginId> mentioned) {
        PluginId best = best(seen, topics, mentioned).agent();
        double probability = Classifier.probability(any.odds(seen) + bonus(best, mentioned));
        return new Routing(probability >= 0.5 ? best : null, probability);
    }

    /** Whether there is so little doubt that the query is for an agent, and for which, that nothing else need be asked. */
    boolean isSure(Seen seen, Seen topics, Set<PluginId> mentioned) {
        return any.odds(seen) >= SURE && best(seen, topics, mentioned).lead() >= SURE;
    }

    /** The agent it is for if it is for any, and by how much in the logarithm of the odds. */
    private record Best(PluginId agent, double lead) {}

    private Best best(Seen seen, Seen topics, Set<PluginId> mentioned) {
        if (agents.size() == 1) {
            return new Best(agents.getFirst().plugin(), Double.POSITIVE_INFINITY);
        }
        PluginId best = agents.getFirst().plugin();
        double odds = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (AgentDescriptor agent : agents) {
            double own = each.odds(agent.plugin(), topics, seen) + bonus(agent.plugin(), mentioned);
            second = Math.max(second, Math.min(own, odds));
            if (own > odds) {
                odds = own;
                best = agent.plugin();
            }
        }
        return new Best(best, odds - second);
    }

    private static double bonus(PluginId agent, Set<PluginId> mentioned) {
        return mentioned.contains(agent) ? MENTION : 0;
    }

    private static List<Classifier.Sample> claims(AgentDescriptor agent, Function<String, Seen> sight) {
        List<Classifier.Sample> claims = new ArrayList<>();
        agent.examples().forEach(example -> claims.add(new Classifier.Sample(sight.apply(example), true, 1)));
        clauses(agent)
                .forEach(clause -> claims.add(new Classifier.Sample(sight.apply(clause), true, DESCRIPTION_WEIGHT)));
        return claims;
    }

    private static Stream<String> clauses(AgentDescriptor agent) {
        return Stream.of(agent.description().split("[.,:;]| and "))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
