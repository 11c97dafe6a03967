// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import officina.api.agent.AgentDescriptor;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.base.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try to learn a set of agents by meaning, on a thread of its own. Any thread may ask for what came of it. */
final class Learning {

    private static final Logger log = LoggerFactory.getLogger(Learning.class);

    private final List<AgentDescriptor> agents;
    private final String model;
    private final CompletableFuture<Trained> trained = new CompletableFuture<>();
    private volatile long failedAt;

    private Learning(List<AgentDescriptor> agents, String model) {
        this.agents = agents;
        this.model = model;
    }

    static Learning start(List<AgentDescriptor> agents, MeaningSource source, Features features) {
        Learning learning = new Learning(List.copyOf(agents), source.model());
        Threads.startPlatform("router-learning", () -> learning.run(source, features));
        return learning;
    }

    private void run(MeaningSource source, Features features) {
        try {
            trained.complete(Trained.learn(agents, Sight.ofMeanings(features, source.toLearn(agents))));
        } catch (FailureException e) {
            // the embedder has logged it, and keeps the reason for whoever looks at its state
            fail(e);
        } catch (InterruptedException | RuntimeException | Error e) {
            log.error("the router could not learn by meaning", Redacted.of(e));
            fail(e);
        }
    }

    private void fail(Throwable reason) {
        failedAt = System.nanoTime();
        trained.completeExceptionally(reason);
    }

    boolean isOf(List<AgentDescriptor> others, MeaningSource source) {
        return agents.equals(others) && model.equals(source.model());
    }

    boolean failedBefore(Duration ago) {
        return trained.isCompletedExceptionally() && System.nanoTime() - failedAt > ago.toNanos();
    }

    /** What was learned; {@code null} when it failed, or is not there after that time. */
    @Nullable
    Trained await(Duration patience) throws InterruptedException {
        try {
            return trained.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }
}
