// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import officina.api.agent.AgentDescriptor;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.memory.Embedder;
import officina.api.record.RoutingCorrection;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a query by what the person said about messages like it. It goes before all that was learned of the agents: the
 * same words, or nearly the same, or the same meaning about the same thing. Any thread.
 */
public final class Learned {

    /** Of all features of both, so many are common. */
    private static final double SAME_WORDS = 0.6;

    private static final double SAME_MEANING = 0.75;

    private final Features features = new Features();
    private final Map<Compared, float[]> meanings = new ConcurrentHashMap<>();

    /** A phrase as a model understood it. */
    private record Compared(String model, String phrase) {}

    /** The agent; {@code null} where nothing was said about messages like this one, or the agent is not there. */
    public @Nullable Routing route(
            String query, List<RoutingCorrection> corrections, List<AgentDescriptor> agents, Embedder embedder)
            throws InterruptedException {
        forget(corrections);
        Set<PluginId> there = new HashSet<>();
        agents.forEach(agent -> there.add(agent.plugin()));
        List<RoutingCorrection> usable = corrections.stream()
                .filter(each -> there.contains(each.agent()))
                .toList();
        String phrase = RoutingCorrection.phraseOf(query);
        Routing byWords = byWords(phrase, usable);
        return byWords != null ? byWords : byMeaning(phrase, usable, embedder);
    }

    /** What the person had forgotten is not kept here either. */
    private void forget(List<RoutingCorrection> corrections) {
        Set<String> kept = corrections.stream().map(RoutingCorrection::phrase).collect(Collectors.toSet());
        meanings.keySet().removeIf(each -> !kept.contains(each.phrase()));
    }

    private @Nullable Routing byWords(String query, List<RoutingCorrection> corrections) {
        Set<String> seen = features.of(query);
        RoutingCorrection best = null;
        double most = SAME_WORDS;
        for (RoutingCorrection each : corrections) {
            double alike = each.phrase().equals(query) ? 1 : common(seen, features.of(each.phrase()));
            if (alike > most || best == null && alike == most) {
                best = each;
                most = alike;
            }
        }
        return best == null ? null : new Routing(best.agent(), most);
    }

    private static double common(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        int all = one.size() + other.size() - shared.size();
        return all == 0 ? 0 : (double) shared.size() / all;
    }

    /** Only of what is about the same thing, so that no model is loaded for a message that has nothing to do with it. */
    private @Nullable Routing byMeaning(String query, List<RoutingCorrection> corrections, Embedder embedder)
            throws InterruptedException {
        Set<String> about = features.subjects(query);
        List<RoutingCorrection> near = corrections.stream()
                .filter(each -> features.subjects(each.phrase()).stream().anyMatch(about::contains))
                .toList();
        if (near.isEmpty()) {
            return null;
        }
        try {
            MeaningSource source = new MeaningSource(embedder);
            float[] meaning = source.of(query);
            RoutingCorrection best = null;
            double most = SAME_MEANING;
            for (RoutingCorrection each : near) {
                double alike = product(meaning, meaning(each.phrase(), source));
                if (alike > most) {
                    best = each;
                    most = alike;
                }
            }
            return best == null ? null : new Routing(best.agent(), Math.min(1, most));
        } catch (FailureException e) {
            // words have decided; the embedder keeps the reason, and has logged it
            return null;
        }
    }

    private float[] meaning(String phrase, MeaningSource source) throws InterruptedException {
        Compared key = new Compared(source.model(), phrase);
        float[] known = meanings.get(key);
        if (known == null) {
            known = source.of(phrase);
            meanings.put(key, known);
        }
        return known;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
