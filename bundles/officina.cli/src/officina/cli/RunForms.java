// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.event.RunKind;
import officina.api.json.JsonValue;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.core.run.StepState;
import officina.protocol.ContentCodec;
import officina.protocol.EventCodec;

/** Runs and plans as JSON. */
final class RunForms {

    static final JsonForm<RunSummary> SUMMARY = JsonForm.<RunSummary>of("run in a list", "A run, without what it says.")
            .with("run", JsonKind.IDENTIFIER, "Its identifier.", RunSummary::id)
            .with("session", JsonKind.IDENTIFIER, "The conversation it is part of.", RunSummary::session)
            .with("kind", JsonKind.oneOf(RunKind.class), "What it is.", RunSummary::kind)
            .with("title", JsonKind.TEXT, "For people.", RunSummary::title)
            .with("phase", JsonKind.oneOf(RunPhase.class), "Where it stands.", RunSummary::phase)
            .withPresent(
                    "agent",
                    JsonKind.IDENTIFIER,
                    "Who worked on it last; absent before anybody has.",
                    RunSummary::agent)
            .with("startedAt", JsonKind.MOMENT, "When it began.", RunSummary::startedAt)
            .withPresent("endedAt", JsonKind.MOMENT, "When it ended, if it has.", RunSummary::endedAt)
            .withPresent("summary", JsonKind.TEXT, "What came of it, where that was said.", RunSummary::summary);

    private record Step(PlanStep step, StepState state) {}

    private static final JsonForm<Step> STEP = JsonForm.<Step>of("step", "A step of a plan.")
            .with(
                    "id",
                    JsonKind.IDENTIFIER,
                    "Its name in the plan.",
                    each -> each.step().id())
            .with("title", JsonKind.TEXT, "For people.", each -> each.step().title())
            .with(
                    "status",
                    JsonKind.oneOf(StepStatus.class),
                    "Where it stands.",
                    each -> each.state().status())
            .withPresent(
                    "result",
                    JsonKind.as("object"),
                    "What its action gave, if it has.",
                    each -> each.state().result())
            .withPresent(
                    "failure",
                    JsonKind.one(FailureForms.FAILURE),
                    "Why it failed, if it did.",
                    each -> each.state().failure());

    static final JsonForm<PlanState> PLAN = JsonForm.<PlanState>of("plan", "A plan and how far it is.")
            .with(
                    "id",
                    JsonKind.IDENTIFIER,
                    "Its identifier.",
                    state -> state.plan().id())
            .with(
                    "revision",
                    JsonKind.NUMBER,
                    "Grows when the plan is edited.",
                    state -> state.plan().revision())
            .with("title", JsonKind.TEXT, "For people.", state -> state.plan().title())
            .with(
                    "author",
                    JsonKind.IDENTIFIER,
                    "In whose name its steps run.",
                    state -> state.plan().author())
            .withPresent(
                    "approval",
                    JsonKind.IDENTIFIER,
                    "The question whether it may be done; absent where nobody was asked.",
                    PlanState::approval)
            .with("decision", JsonKind.oneOf(PlanState.Decision.class), "What was decided.", PlanState::decision)
            .with("steps", JsonKind.many(STEP), "In order.", RunForms::steps);

    private static final JsonForm<QuestionState> QUESTION = JsonForm.<QuestionState>of(
                    "question", "What a run asks the person.")
            .with("id", JsonKind.IDENTIFIER, "Its identifier.", QuestionState::id)
            .with("text", JsonKind.TEXT, "For people.", QuestionState::text)
            .with(
                    "options",
                    JsonKind.TEXTS,
                    "Answers to choose from; empty where any will do.",
                    QuestionState::options);

    static final JsonForm<RunState> RUN = JsonForm.<RunState>of("run", "A run with what it says.")
            .with(
                    "run",
                    JsonKind.IDENTIFIER,
                    "Its identifier.",
                    state -> state.head().run())
            .with(
                    "session",
                    JsonKind.IDENTIFIER,
                    "The conversation it is part of.",
                    state -> state.head().session())
            .with("title", JsonKind.TEXT, "For people.", state -> state.head().title())
            .with("phase", JsonKind.oneOf(RunPhase.class), "Where it stands.", RunState::phase)
            .withPresent(
                    "agent", JsonKind.IDENTIFIER, "Who worked on it last; absent before anybody has.", RunState::agent)
            .with(
                    "success",
                    JsonKind.FLAG,
                    "Whether it has ended and did what it was to do.",
                    state -> state.outcome().success())
            .withPresent(
                    "summary",
                    JsonKind.TEXT,
                    "What came of it, where that was said.",
                    state -> state.outcome().summary())
            .with(
                    "response",
                    JsonKind.as("list of [ContentPart](events.md#contentpart)"),
                    "What it says.",
                    RunForms::response)
            .withPresent("plan", JsonKind.one(PLAN), "Its plan, if it has one.", RunState::plan)
            .withPresent(
                    "question",
                    JsonKind.one(QUESTION),
                    "What it waits to be answered, if it does.",
                    RunState::openQuestion)
            .withPresent(
                    "failure",
                    JsonKind.one(FailureForms.FAILURE),
                    "Why it failed or was interrupted, if it was.",
                    state -> state.outcome().failure());

    static final JsonForm<EventEnvelope> EVENT = JsonForm.elsewhere(
            "event",
            "What happened in a run: an [envelope](events.md#envelope), printed without `--json`, too.",
            EventCodec::write);

    private RunForms() {}

    private static List<Step> steps(PlanState plan) {
        return plan.plan().steps().stream()
                .map(step -> new Step(step, plan.step(step.id())))
                .toList();
    }

    private static JsonValue response(RunState run) {
        return ContentCodec.write(run.parts());
    }
}
