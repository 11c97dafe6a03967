// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import officina.core.plugin.PluginRegistry;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.orchestrator.Orchestrator;
import officina.orchestrator.OrchestratorStatus;
import officina.orchestrator.RunContext;
import officina.orchestrator.local.internal.route.IntentRouter;
import officina.orchestrator.local.internal.route.Learned;
import officina.orchestrator.local.internal.turn.Turn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Works on turns on this machine, with the agents of this process. Keeps nothing of a run: what is to be done next
 * follows from the run's state alone.
 */
@Component(service = Orchestrator.class, property = Orchestrator.PROPERTY + "=local")
public final class LocalOrchestrator implements Orchestrator {

    private final PluginRegistry plugins;
    private final IntentRouter router = new IntentRouter();
    private final Learned learned = new Learned();

    @Activate
    public LocalOrchestrator(@Reference PluginRegistry plugins) {
        this.plugins = plugins;
    }

    @Override
    public OrchestratorStatus status() {
        return new OrchestratorStatus("local", "this machine", "no model", true);
    }

    @Override
    public void advance(RunState state, RunContext context) throws InterruptedException {
        if (state.phase() != RunPhase.RUNNING) {
            throw new IllegalStateException("only a run at work advances, not one that is " + state.phase());
        }
        new Turn(plugins.without(context.leftOut()), router, learned, context).advance(state);
    }
}
