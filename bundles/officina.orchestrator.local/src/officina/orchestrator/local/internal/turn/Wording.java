// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import officina.api.agent.AgentDescriptor;
import officina.api.error.Failure;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.core.plan.PlanOutcome;
import officina.core.plan.PlanValidator;
import org.jspecify.annotations.Nullable;

/** What the orchestrator itself says, in CommonMark. */
final class Wording {

    static final String NOTHING_CHANGED = "Nothing was changed.";
    static final String NOT_FOR_ANY_AGENT = "No agent can do this";
    static final String REFUSED = "Nothing was changed";

    private static final int EXAMPLES = 3;

    private Wording() {}

    static String outOfScope(List<AgentDescriptor> agents) {
        if (agents.isEmpty()) {
            return "I cannot do anything yet: no language model is set up, and no agent is available."
                    + " Diagnostics says why.";
        }
        String known = agents.stream()
                .map(agent -> "- **" + agent.name() + "**: " + agent.description() + "\n"
                        + agent.examples().stream()
                                .limit(EXAMPLES)
                                .map(example -> "  - " + example + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        return "I cannot help with that. No language model is set up, so I understand only what these agents do:\n\n"
                + known;
    }

    static String noAnswer(AgentDescriptor agent) {
        return "\"" + agent.name() + "\" had nothing to say to that.";
    }

    static String answered(AgentDescriptor agent) {
        return "Answered by " + agent.name();
    }

    static String planTitle(List<PlanStep> steps) {
        String first = steps.getFirst().title();
        String rest = steps.size() == 1 ? "" : " and " + (steps.size() - 1) + " more";
        int room = PlanValidator.MAX_TITLE - rest.length();
        return (first.length() <= room ? first : first.substring(0, room - 1) + "…") + rest;
    }

    static String proposal(ExecutionPlan plan) {
        return "This is what I would do. Nothing changes until you approve it.\n\n" + titles(plan.steps());
    }

    static String done(PlanOutcome outcome) {
        return section("Done:", outcome.done()) + section("Left out:", outcome.skipped());
    }

    /** @param outcome of a plan that a step has stopped */
    static String stopped(PlanOutcome outcome) {
        PlanStep failed = outcome.failed();
        Failure failure = outcome.failure();
        String why = failed == null || failure == null
                ? ""
                : "- " + escaped(failed.title()) + ": " + sentence(failure) + "\n\n";
        String nothing = outcome.done().isEmpty() ? NOTHING_CHANGED + "\n\n" : "";
        return "This did not work:\n\n" + why + nothing
                + section("Done before that:", outcome.done())
                + section("Not done:", outcome.notDone())
                + section("Left out:", outcome.skipped());
    }

    private static String sentence(Failure failure) {
        return failure.message() + (failure.remedy() == null ? "" : " " + failure.remedy());
    }

    private static String section(String heading, List<PlanStep> steps) {
        return steps.isEmpty() ? "" : heading + "\n\n" + titles(steps) + "\n";
    }

    private static String titles(List<PlanStep> steps) {
        return steps.stream().map(step -> "- " + escaped(step.title()) + "\n").collect(Collectors.joining());
    }

    /** Titles quote what people wrote; it is shown as they wrote it, not as mark-up. */
    private static String escaped(String title) {
        return title.replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1");
    }

    /** One line: "1 to-do added, 2 changed". */
    static String summary(List<RunEvent.RecordChanged> changes, PlanOutcome outcome) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RunEvent.RecordChanged change : changes) {
            // that the conversation itself was begun is nothing the person asked for
            if (!change.kind().equals(RecordKind.SESSION)) {
                counts.merge(change.kind().name() + " " + verb(change.change()), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return outcome.done().size() == 1 ? "1 step done" : outcome.done().size() + " steps done";
        }
        List<String> phrases = new ArrayList<>();
        String before = null;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            String kind = each.getKey().substring(0, each.getKey().indexOf(' '));
            String verb = each.getKey().substring(kind.length() + 1);
            phrases.add(each.getValue() + noun(kind, each.getValue(), before) + " " + verb);
            before = kind;
        }
        return String.join(", ", phrases);
    }

    private static String noun(String kind, int count, @Nullable String before) {
        String one = kind.equals("todo") ? "to-do" : kind.replace('-', ' ');
        return kind.equals(before) ? "" : " " + one + (count == 1 ? "" : "s");
    }

    private static String verb(RecordChange change) {
        return switch (change) {
            case CREATED -> "added";
            case UPDATED -> "changed";
            case DELETED -> "deleted";
        };
    }
}
