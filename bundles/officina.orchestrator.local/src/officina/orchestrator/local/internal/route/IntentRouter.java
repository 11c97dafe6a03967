// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.agent.AgentDescriptor;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.memory.Embedder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the agent for a query by the agents' own descriptions and examples, told apart from each other and from what
 * people say to assistants in general: by words, and by meaning where that works. No language model, no randomness: the
 * same agents and query give the same answer. Any thread. Learning takes some tenths of a second, with meanings about one
 * second, at the first query and when agents have changed.
 */
public final class IntentRouter {

    /**
     * How long a query waits for what is learned by meaning before it is judged by words only. Several times what it
     * takes, since a query that is judged otherwise the next time is worse than one that waits once.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long meanings that failed are left alone. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Features features = new Features();
    private final Duration patience;

    private volatile @Nullable Trained words;
    private @Nullable Learning learning;

    public IntentRouter() {
        this(PATIENCE);
    }

    IntentRouter(Duration patience) {
        this.patience = patience;
    }

    /**
     * Who gets the query.
     *
     * @param agents all there are, in a fixed order
     * @param titles of things the person has, by the agent that looks after them; a query that speaks of one is a little
     *     more probably for that agent. They weigh, they are not obeyed: no title makes a query of something else.
     * @param embedder compares by meaning; where it cannot, words decide
     */
    public Routing route(
            String query,
            List<AgentDescriptor> agents,
            Map<PluginId, ? extends Collection<String>> titles,
            Embedder embedder)
            throws InterruptedException {
        Set<String> seen = features.of(query);
        if (agents.isEmpty() || seen.isEmpty()) {
            return new Routing(null, 0);
        }
        Set<String> topics = features.topics(query);
        Set<PluginId> mentioned = mentioned(query, titles);
        Trained byWords = byWords(agents);
        if (byWords.isSure(Seen.byWords(seen), Seen.byWords(topics), mentioned)) {
            return byWords.route(Seen.byWords(seen), Seen.byWords(topics), mentioned);
        }
        MeaningSource source = new MeaningSource(embedder);
        Trained byMeaning = learning(agents, source).await(patience);
        float[] meaning = byMeaning == null ? null : meaning(query, source);
        if (byMeaning == null || meaning == null) {
            return byWords.route(Seen.byWords(seen), Seen.byWords(topics), mentioned);
        }
        return byMeaning.route(new Seen(seen, meaning), new Seen(topics, meaning), mentioned);
    }

    private static float @Nullable [] meaning(String query, MeaningSource source) throws InterruptedException {
        try {
            return source.of(query);
        } catch (FailureException e) {
            // the embedder keeps the reason, and has logged it
            return null;
        }
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

    private Trained byWords(List<AgentDescriptor> agents) {
        Trained current = words;
        if (current == null || !current.agents().equals(agents)) {
            current = Trained.learn(agents, Sight.ofWords(features));
            words = current;
        }
        return current;
    }

    private synchronized Learning learning(List<AgentDescriptor> agents, MeaningSource meanings) {
        Learning current = learning;
        if (current == null || !current.isOf(agents, meanings) || current.failedBefore(RETRY)) {
            current = Learning.start(agents, meanings, features);
            learning = current;
        }
        return current;
    }
}
