// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.ArrayList;
import java.util.List;
import officina.api.agent.AgentDescriptor;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.plan.PlanStep;
import officina.api.provider.ModelReply;
import officina.api.provider.StopReason;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.AvailablePlugins;
import officina.orchestrator.RunContext;
import officina.orchestrator.RunModel;

/**
 * A turn that a language model answers: it finds out what is wanted, and uses the agents' tools for it. What fails on the
 * way to its server leaves the run interrupted with what was said, so that it can be resumed; then it is asked again.
 */
final class ModelTurn {

    private final AvailablePlugins plugins;
    private final RunContext context;

    ModelTurn(AvailablePlugins plugins, RunContext context) {
        this.plugins = plugins;
        this.context = context;
    }

    /**
     * What it came to.
     *
     * @param author in whose name the changes are proposed
     * @param changes none for a mere answer, or where the run is interrupted
     */
    record Proposal(PluginId author, List<PlanStep> changes) {}

    /** Asks the model. The run has ended or is interrupted then, unless changes are given that are to be proposed. */
    Proposal ask(RunModel model) throws InterruptedException {
        ModelText text = new ModelText(context, 0);
        if (!context.state().parts().isEmpty()) {
            // the beginning of an answer that broke off
            context.emit(List.of(text.whole("")));
        }
        ModelTools tools = new ModelTools(context, plugins.tools(), text::toolAsked);
        List<AgentDescriptor> agents =
                plugins.agents().stream().map(AgentEntry::descriptor).toList();
        ModelReply reply;
        try {
            reply = model.converse(
                    ModelPrompt.of(context.request(), context.language(), agents), tools.descriptors(), tools, text);
        } catch (FailureException e) {
            if (e.failure().isStorageTrouble()) {
                throw e;
            }
            text.flush();
            context.emit(List.of(new RunEvent.RunInterrupted(e.failure())));
            return new Proposal(PluginId.OFFICINA, List.of());
        } catch (InterruptedException e) {
            text.flush();
            throw e;
        }
        text.flush();
        return ended(model, reply, text, tools);
    }

    private Proposal ended(RunModel model, ModelReply reply, ModelText text, ModelTools tools) {
        List<PlanStep> steps = tools.steps();
        String said = text.text().strip() + Wording.cut(reply.stop() == StopReason.LENGTH);
        boolean silent = said.isBlank();
        List<RunEvent> events = new ArrayList<>();
        if (steps.isEmpty()) {
            events.add(text.whole(silent ? Wording.NO_ANSWER : said));
            events.add(new RunEvent.RunFinished(!silent, Wording.answered(model.title())));
        } else {
            events.add(text.whole(silent ? Wording.PROPOSED : said));
        }
        context.emit(events);
        return steps.isEmpty() ? new Proposal(PluginId.OFFICINA, List.of()) : new Proposal(tools.author(), steps);
    }
}
