// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import officina.api.chat.Intent;
import officina.api.content.ContentPart;
import officina.api.event.EventEnvelope;
import officina.api.event.KeyChange;
import officina.api.event.LogLevel;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PlanId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;

/** Walks at random over everything that can happen in a session with several runs at a time. */
final class RandomStory {

    private final SplittableRandom random;
    private final Story story = new Story();
    private final List<RunId> runs = new ArrayList<>();
    private long ids;

    RandomStory(SplittableRandom random) {
        this.random = random;
    }

    SessionState state() {
        return story.state();
    }

    List<EventEnvelope> events() {
        return story.events();
    }

    RandomStory tell(int count) {
        for (int i = 0; i < count; i++) {
            runs.removeIf(run -> state(run).phase().ended());
            if (runs.isEmpty() || (runs.size() < 4 && random.nextInt(30) == 0)) {
                RunId run = new RunId(id());
                runs.add(run);
                story.in(run, new RunEvent.RunStarted(any(List.of(RunKind.values())), text(), null, null));
            } else {
                RunId run = any(runs);
                story.in(run, next(state(run)));
            }
        }
        return this;
    }

    private RunState state(RunId run) {
        RunState state = story.state().run(run);
        if (state == null) {
            throw new IllegalStateException("no such run");
        }
        return state;
    }

    private UUID id() {
        return new UUID(7, ++ids);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String text() {
        return any(List.of("", "a", "some words ", "东京 ", "\uD83D", "\uDE80", "x".repeat(100)));
    }

    private RunEvent next(RunState run) {
        List<Supplier<RunEvent>> ways = new ArrayList<>();
        tell(ways);
        write(ways, run);
        switch (run.phase()) {
            case RUNNING -> {
                work(ways, run);
                plan(ways, run);
            }
            case AWAITING_APPROVAL -> decide(ways, run);
            case AWAITING_ANSWER -> {
                QuestionState open = java.util.Objects.requireNonNull(run.openQuestion());
                ways.add(() -> new RunEvent.QuestionAnswered(open.id(), text()));
                ways.add(RunEvent.RunCancelled::new);
            }
            case INTERRUPTED -> {
                ways.add(RunEvent.RunResumed::new);
                ways.add(RunEvent.RunResumed::new);
                ways.add(RunEvent.RunCancelled::new);
            }
            case NEW, DONE, FAILED, CANCELLED -> throw new IllegalStateException("nothing happens to " + run.phase());
        }
        return any(ways).get();
    }

    /** What can be told at any time. */
    private void tell(List<Supplier<RunEvent>> ways) {
        ways.add(() -> new RunEvent.Reasoning(text()));
        ways.add(() -> new RunEvent.LogLine(LogLevel.INFO, text()));
        ways.add(() -> new RunEvent.FileChanged("/a", RecordChange.UPDATED));
        ways.add(() -> new RunEvent.KeysChanged(KeyChange.PHRASE_MADE));
        ways.add(() -> new RunEvent.NotificationSent(text(), text()));
        ways.add(() -> new RunEvent.ChildRun(new RunId(id()), RunKind.SYSTEM));
        ways.add(() -> new RunEvent.Unknown("run.teleported", JsonObject.EMPTY.with("to", text()), true));
        ways.add(() -> new RunEvent.Progress(text(), random.nextInt(10), 10));
        ways.add(() -> new RunEvent.UsageReported(Story.usage(any(List.of("0", "0.10", "1.250")))));
        ways.add(() -> new RunEvent.AccessUsed(Story.ACCESS));
        ways.add(() -> new RunEvent.AccessDenied(Story.ACCESS));
    }

    private void write(List<Supplier<RunEvent>> ways, RunState run) {
        int parts = run.parts().size();
        for (int i = 0; i < 4; i++) {
            ways.add(() -> new RunEvent.TextDelta(Math.max(0, parts - 1), text()));
        }
        ways.add(() -> new RunEvent.TextDelta(random.nextInt(parts + 1), text()));
        ways.add(() -> new RunEvent.PartWritten(random.nextInt(parts + 1), new ContentPart.Text(text())));
        ways.add(() -> new RunEvent.PartWritten(random.nextInt(parts + 1), new ContentPart.Code("java", text())));
    }

    private void work(List<Supplier<RunEvent>> ways, RunState run) {
        IntentsState intents = run.intents();
        ways.add(() -> new RunEvent.IntentsFound(
                List.of(new Intent(text(), Story.AGENT, 0.5), new Intent(text(), null, 0.1))));
        if (intents != null) {
            int begun = intents.parts().size();
            ways.add(() -> new RunEvent.IntentBegun(
                    random.nextInt(Math.min(begun, 1) + 1), run.parts().size()));
        }
        ways.add(() -> new RunEvent.AgentChosen(random.nextBoolean() ? Story.AGENT : null, 0.5));
        ways.add(() -> new RunEvent.ToolAsked(new CallId(id()), Story.TOOL, JsonObject.EMPTY.with("x", text())));
        if (!run.tools().isEmpty()) {
            CallId call = any(run.tools()).call();
            ways.add(() -> new RunEvent.ToolStarted(call));
            ways.add(() -> new RunEvent.ToolFinished(
                    call, true, List.of(new ContentPart.Text(text())), JsonObject.EMPTY, null));
            ways.add(() -> new RunEvent.ToolFinished(call, false, List.of(), null, Story.FAILURE));
        }
        ways.add(() -> new RunEvent.RecordChanged(
                RecordKind.TODO, new RecordId(id()), RecordChange.CREATED, 1, null, JsonObject.EMPTY));
        ways.add(() -> new RunEvent.QuestionAsked(new QuestionId(id()), text(), List.of(text())));
        ways.add(() ->
                random.nextBoolean() ? new RunEvent.RunInterrupted() : new RunEvent.RunInterrupted(Story.FAILURE));
        if (random.nextInt(5) == 0) {
            ways.add(() -> new RunEvent.RunFinished(random.nextBoolean(), random.nextBoolean() ? text() : null));
            ways.add(() -> new RunEvent.RunFailed(Story.FAILURE));
            ways.add(RunEvent.RunCancelled::new);
        }
    }

    private void plan(List<Supplier<RunEvent>> ways, RunState run) {
        ways.add(() -> new RunEvent.PlanProposed(Story.plan(new PlanId(id()), 1)));
        PlanState plan = run.plan();
        if (plan == null) {
            return;
        }
        PlanId id = plan.plan().id();
        int revision = plan.plan().revision();
        if (plan.decision() == PlanState.Decision.NOT_ASKED) {
            ways.add(() -> new RunEvent.PlanProposed(Story.plan(id, revision + 1)));
        }
        ways.add(() -> new RunEvent.ApprovalAsked(new ApprovalId(id()), id, revision));
        StepId step = any(List.of(Story.STEP, new StepId("step-2")));
        ways.add(() -> new RunEvent.StepStarted(id, step));
        ways.add(() -> new RunEvent.StepFinished(id, step, JsonObject.EMPTY.with("r", text())));
        ways.add(() -> new RunEvent.StepFailed(id, step, Story.FAILURE));
        ways.add(() -> new RunEvent.StepSkipped(id, step));
    }

    private void decide(List<Supplier<RunEvent>> ways, RunState run) {
        PlanState plan = java.util.Objects.requireNonNull(run.plan());
        ApprovalId approval = java.util.Objects.requireNonNull(plan.approval());
        int revision = plan.plan().revision();
        for (int i = 0; i < 3; i++) {
            ways.add(() -> new RunEvent.PlanProposed(Story.plan(plan.plan().id(), revision + 1)));
            ways.add(() -> new RunEvent.ApprovalGiven(approval, revision, List.of(Story.STEP)));
        }
        ways.add(() -> new RunEvent.ApprovalRefused(approval, text()));
        ways.add(RunEvent.RunCancelled::new);
    }
}
