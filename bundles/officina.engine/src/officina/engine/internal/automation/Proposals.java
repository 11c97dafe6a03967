// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import java.util.List;
import officina.api.batch.AutomationMemory;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Uuids;
import officina.core.plan.PlanBuilder;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.run.BatchDone;
import officina.engine.internal.run.ChatContexts;
import officina.engine.internal.run.ProposedSteps;

/**
 * What batch agents propose, each in a conversation of its own that waits for the person; and what they keep, which is
 * written in one with that: neither does a crash propose the same twice, nor is anything passed over.
 */
final class Proposals {

    private final AutomationRecords records;
    private final ChatContexts contexts;
    private final RecordId project;

    Proposals(AutomationRecords records, ChatContexts contexts, RecordId project) {
        this.records = records;
        this.contexts = contexts;
        this.project = project;
    }

    /** Writes what is proposed, where it is not written yet, with what is kept; durable on return. */
    void propose(RunAddress by, PluginId plugin, BatchDone done) {
        ProposedSteps proposed = done.proposed();
        if (proposed == null) {
            return;
        }
        String of = by.run().toString();
        RecordId session = new RecordId(Uuids.derived("proposal", of));
        RunAddress address = new RunAddress(
                        new SessionId(session.value()), child(by.run()), new Origin(List.of(PluginId.OFFICINA)))
                .as(plugin);
        ExecutionPlan plan = new PlanBuilder(new PlanId(Uuids.derived("plan", of)), proposed.title(), plugin)
                .addAll(proposed.steps())
                .build();
        // nobody asked: what is said is said by the agent
        ChatRequest request = new ChatRequest(
                new Message(MessageRole.SYSTEM, List.of()),
                project,
                ExecutionMode.PLAN,
                null,
                new ChatContext(contexts.profile(), List.of(), List.of(), List.of()));
        records.write(address, changes -> {
            if (changes.find(RecordKind.SESSION, session).isPresent()) {
                return false;
            }
            changes.add(new RunEvent.RunStarted(RunKind.TURN, proposed.title(), by.run(), request));
            changes.add(new RunEvent.AgentChosen(plugin, 1));
            changes.create(
                    RecordKind.SESSION,
                    session,
                    new SessionInfo(proposed.title(), project, SessionKind.CONVERSATION).fields());
            remember(changes, plugin, done);
            changes.add(new RunEvent.PartWritten(0, new ContentPart.Text(proposed.words())));
            changes.add(new RunEvent.PlanProposed(plan));
            changes.add(new RunEvent.ApprovalAsked(
                    new ApprovalId(Uuids.derived("approval", of)), plan.id(), plan.revision()));
            return true;
        });
    }

    /** Among the last events of the run: where it proposed that, or what it keeps where it proposed nothing. */
    void end(Changes changes, RunAddress by, PluginId plugin, BatchDone done) {
        if (done.proposed() != null) {
            changes.add(new RunEvent.ChildRun(child(by.run()), RunKind.TURN));
        } else {
            remember(changes, plugin, done);
        }
    }

    private static RunId child(RunId run) {
        return new RunId(Uuids.derived("proposal-run", run.toString()));
    }

    private static void remember(Changes changes, PluginId plugin, BatchDone done) {
        JsonObject kept = done.kept();
        if (kept == null) {
            return;
        }
        RecordId id = AutomationMemory.idOf(plugin);
        JsonObject fields = new AutomationMemory(plugin, kept).fields();
        if (changes.find(RecordKind.AUTOMATION_MEMORY, id).isPresent()) {
            changes.replace(RecordKind.AUTOMATION_MEMORY, id, fields);
        } else {
            changes.create(RecordKind.AUTOMATION_MEMORY, id, fields);
        }
    }
}
