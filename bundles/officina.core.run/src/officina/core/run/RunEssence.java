// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import officina.api.content.ContentPart;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.CallId;
import officina.api.id.PlanId;
import officina.api.id.StepId;
import org.jspecify.annotations.Nullable;

/**
 * The events of one run that lead to its state, by number. What a later event overwrites is taken out when that comes; the
 * newest event always stays, because the state knows its number.
 */
final class RunEssence {

    private static final long NONE = -1;

    private final TreeMap<Long, EventEnvelope> kept = new TreeMap<>();
    private final List<WrittenPart> parts = new ArrayList<>();
    private final Map<CallId, Long> started = new HashMap<>();
    private final Map<StepId, Long> steps = new HashMap<>();
    private long agent = NONE;
    private long progress = NONE;
    private long interruption = NONE;
    private long resumption = NONE;
    private long proposal = NONE;
    private @Nullable PlanId plan;
    private @Nullable EventEnvelope newest;

    void add(EventEnvelope envelope) {
        forgetInterruption();
        newest = envelope;
        long seq = envelope.seq();
        switch (envelope.event()) {
            case RunEvent.RunStarted _,
                    RunEvent.IntentsFound _,
                    RunEvent.IntentBegun _,
                    RunEvent.QuestionAsked _,
                    RunEvent.QuestionAnswered _,
                    RunEvent.ToolAsked _,
                    RunEvent.AccessUsed _,
                    RunEvent.AccessDenied _,
                    RunEvent.RecordChanged _,
                    RunEvent.UsageReported _ -> keep(envelope);
            case RunEvent.RunFinished _, RunEvent.RunFailed _, RunEvent.RunCancelled _ -> {
                kept.remove(progress);
                keep(envelope);
            }
            case RunEvent.RunInterrupted _ -> interruption = keep(envelope);
            case RunEvent.RunResumed _ -> resumption = keep(envelope);
            case RunEvent.AgentChosen _ -> agent = replace(agent, envelope);
            case RunEvent.Progress _ -> progress = replace(progress, envelope);
            case RunEvent.TextDelta(int part, String text) ->
                part(part, envelope).append(envelope, text);
            case RunEvent.PartWritten(int part, ContentPart content) ->
                part(part, envelope).write(envelope, content);
            case RunEvent.ToolStarted(CallId call) -> started.put(call, keep(envelope));
            case RunEvent.ToolFinished finished -> {
                kept.remove(started.getOrDefault(finished.call(), NONE));
                keep(envelope);
            }
            case RunEvent.PlanProposed(var proposed) -> propose(proposed.id(), envelope);
            case RunEvent.ApprovalAsked _, RunEvent.ApprovalGiven _, RunEvent.ApprovalRefused _ -> {
                proposal = NONE;
                keep(envelope);
            }
            case RunEvent.StepStarted(var _, StepId step) -> step(step, envelope);
            case RunEvent.StepFinished(var _, StepId step, var _) -> step(step, envelope);
            case RunEvent.StepFailed(var _, StepId step, var _) -> step(step, envelope);
            case RunEvent.StepSkipped(var _, StepId step) -> step(step, envelope);
            case RunEvent.Reasoning _,
                    RunEvent.FileChanged _,
                    RunEvent.KeysChanged _,
                    RunEvent.NotificationSent _,
                    RunEvent.LogLine _,
                    RunEvent.ChildRun _ -> {}
            case RunEvent.Unknown(var _, var _, boolean mayIgnore) -> {
                if (!mayIgnore) {
                    kept.put(seq, envelope);
                }
            }
        }
    }

    private long keep(EventEnvelope envelope) {
        kept.put(envelope.seq(), envelope);
        return envelope.seq();
    }

    private long replace(long older, EventEnvelope envelope) {
        kept.remove(older);
        return keep(envelope);
    }

    /** An interruption that is over left no trace; the pair stays only while it is the newest. */
    private void forgetInterruption() {
        if (resumption != NONE) {
            kept.remove(interruption);
            kept.remove(resumption);
            resumption = NONE;
        }
    }

    private WrittenPart part(int part, EventEnvelope envelope) {
        if (part < 0 || part > parts.size()) {
            throw new IllegalStateException("part " + part + " cannot follow " + parts.size() + " parts");
        }
        if (part == parts.size()) {
            parts.add(new WrittenPart(part, envelope));
        }
        return parts.get(part);
    }

    /** A proposal that nothing refers to is overwritten by the next; the steps of another plan are gone with it. */
    private void propose(PlanId id, EventEnvelope envelope) {
        if (!id.equals(plan)) {
            steps.values().forEach(kept::remove);
            steps.clear();
            plan = id;
        }
        proposal = replace(proposal, envelope);
    }

    private void step(StepId step, EventEnvelope envelope) {
        proposal = NONE;
        kept.remove(steps.getOrDefault(step, NONE));
        steps.put(step, keep(envelope));
    }

    /** What is needed, by number. */
    Collection<EventEnvelope> events() {
        TreeMap<Long, EventEnvelope> all = new TreeMap<>(kept);
        for (int i = 0; i < parts.size(); i++) {
            for (EventEnvelope written : parts.get(i).events(i == parts.size() - 1)) {
                all.put(written.seq(), written);
            }
        }
        EventEnvelope last = newest;
        if (last != null && !all.containsKey(last.seq())) {
            // an empty delta changes nothing but the number
            EventEnvelope trace = last.event() instanceof RunEvent.TextDelta delta
                    ? WrittenPart.with(last, new RunEvent.TextDelta(delta.part(), ""))
                    : last;
            all.put(last.seq(), trace);
        }
        return all.values();
    }
}
