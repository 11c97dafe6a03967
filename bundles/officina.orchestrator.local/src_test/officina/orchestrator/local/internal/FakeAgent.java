// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentDescriptor;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.PluginInfo;

/** An agent that replies as a test says, given the answers it has. */
final class FakeAgent implements ChatAgent {

    static final PluginId ID = new PluginId("agent.fake");

    int calls;
    Function<List<String>, AgentReply> reply;

    FakeAgent(AgentReply reply) {
        this.reply = answers -> reply;
    }

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) {
        calls++;
        return reply.apply(context.answers());
    }

    AgentEntry entry() {
        AgentDescriptor descriptor = new AgentDescriptor(
                ID,
                "Fakes",
                "Keeps fakes and shows them.",
                List.of("Add a fake for tomorrow", "Add a fake to my fakes", "Show my fakes", "Delete a fake"),
                false);
        return new AgentEntry(
                new PluginInfo(ID, PluginInfo.AGENT, "1.0", "test", "", true, List.of(), List.of()), descriptor, this);
    }

    /** A reply that adds to-dos of these titles. */
    static AgentReply adds(String... titles) {
        List<PlanStep> steps = new ArrayList<>();
        for (String title : titles) {
            steps.add(add("add-" + (steps.size() + 1), title));
        }
        return AgentReply.act("Added " + String.join(", ", titles) + ".", steps);
    }

    static PlanStep add(String id, String title) {
        return step(
                id,
                "Add " + title,
                PlanAction.CREATE_RECORD,
                JsonObject.EMPTY.with("kind", RecordKind.TODO).with("fields", JsonObject.EMPTY.with("title", title)));
    }

    /** The same, with what is said once it is done. */
    static PlanStep told(String id, String title) {
        PlanStep.Action add = (PlanStep.Action) add(id, title);
        return new PlanStep.Action(add.id(), add.title(), add.action(), add.params(), "There is **" + title + "**.");
    }

    static PlanStep step(String id, String title, PlanAction action, JsonObject params) {
        return new PlanStep.Action(new StepId(id), title, action, params);
    }
}
