// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import officina.api.agent.AgentDescriptor;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.core.plan.PlanOutcome;
import org.jspecify.annotations.Nullable;

/** What the orchestrator itself says, in CommonMark. */
final class Wording {

    static final String NOTHING_CHANGED = "Nothing was changed.";
    static final String NOT_FOR_ANY_AGENT = "No agent can do this";
    static final String REFUSED = "Nothing was changed";

    static final String SMALL_TALK = "Answered by Officina";

    private static final int EXAMPLES = 3;
    private static final String UNDERSTOOD =
            "Without a language model I understand plain English, and only about this:\n\n";

    private Wording() {}

    /** To what is for no agent. */
    static String outOfScope(SmallTalk.Kind talk, List<AgentDescriptor> agents) {
        if (agents.isEmpty()) {
            return "I cannot do anything yet: no language model is set up, and no agent is available."
                    + " \"officina doctor\" says why.";
        }
        String said =
                switch (talk) {
                    case GREETING -> "Hello!";
                    case HEALTH -> "Fine, thank you.";
                    case THANKS -> "You are welcome.";
                    case FAREWELL -> "Goodbye!";
                    case CAPABILITY -> "I am Officina, a program on this machine.";
                    case ANSWER -> "There is no open question. Nothing was changed.";
                    case SILENCE -> "There are no words in that.";
                    case NONE -> "I cannot help with that.";
                };
        boolean enough =
                switch (talk) {
                    case THANKS, FAREWELL, ANSWER -> true;
                    case GREETING, HEALTH, CAPABILITY, SILENCE, NONE -> false;
                };
        return enough ? said : said + " " + UNDERSTOOD + capabilities(agents);
    }

    private static String capabilities(List<AgentDescriptor> agents) {
        return agents.stream()
                .map(agent -> "- **" + escaped(agent.name()) + "**: " + escaped(agent.description()) + "\n"
                        + agent.examples().stream()
                                .limit(EXAMPLES)
                                .map(example -> "  - \"" + escaped(example) + "\"\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    static String noAnswer(AgentDescriptor agent) {
        return "\"" + agent.name() + "\" had nothing to say to that.";
    }

    static String answered(AgentDescriptor agent) {
        return "Answered by " + agent.name();
    }

    /** What the plan comes to, in a line: "Add 2 to-dos, delete 1". What exactly is in the titles of its steps. */
    static String planTitle(List<PlanStep> steps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.forEach(step -> counts.merge(kindOfWork(step), 1, Integer::sum));
        List<String> phrases = new ArrayList<>();
        String before = null;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            String verb = each.getKey().substring(0, each.getKey().indexOf(' '));
            String kind = each.getKey().substring(verb.length() + 1);
            phrases.add(verb + " " + each.getValue() + noun(kind, each.getValue(), before));
            before = kind;
        }
        String line = String.join(", ", phrases);
        return Character.toUpperCase(line.charAt(0)) + line.substring(1);
    }

    /** A verb and what it is done to: "add todo". */
    private static String kindOfWork(PlanStep step) {
        PlanAction action =
                switch (step) {
                    case PlanStep.Action one -> one.action();
                    case PlanStep.Data one -> one.action();
                    case PlanStep.Llm _ -> null;
                };
        JsonObject params =
                switch (step) {
                    case PlanStep.Action one -> one.params();
                    case PlanStep.Data one -> one.params();
                    case PlanStep.Llm _ -> JsonObject.EMPTY;
                };
        String kind = Objects.requireNonNullElse(params.text("kind"), "record");
        if (PlanAction.CREATE_RECORD.equals(action)) {
            return "add " + kind;
        }
        if (PlanAction.UPDATE_RECORD.equals(action)) {
            return "change " + kind;
        }
        if (PlanAction.DELETE_RECORD.equals(action)) {
            return "delete " + kind;
        }
        return PlanAction.SEND_NOTIFICATION.equals(action) ? "show notification" : "do step";
    }

    /** What stands above a plan, before the decision and after it; its steps are shown with it. */
    static String proposal(String remarks) {
        return (remarks.isBlank() ? "" : remarks.strip() + "\n\n") + "Nothing changes without your approval.";
    }

    static String done(PlanOutcome outcome) {
        List<PlanStep> done = outcome.done();
        String said = done.size() == 1
                ? said(done.getFirst()) + "\n\n"
                : done.stream().map(step -> "- " + said(step) + "\n").collect(Collectors.joining("", "", "\n"));
        return (said + section("Left out:", outcome.skipped())).strip();
    }

    /** What is true now. */
    private static String said(PlanStep step) {
        String done = step instanceof PlanStep.Action action ? action.done() : null;
        return done == null ? "Done: " + escaped(step.title()) : done;
    }

    /** Of a plan that a step has stopped: what was done and what not. Why is in the failure that ends the run. */
    static String stopped(PlanOutcome outcome) {
        PlanStep failed = outcome.failed();
        String where = failed == null ? "" : "This step failed: " + escaped(failed.title()) + "\n\n";
        String before =
                outcome.done().stream().map(step -> "- " + said(step) + "\n").collect(Collectors.joining());
        return (where
                        + (before.isEmpty() ? NOTHING_CHANGED + "\n\n" : "Before that:\n\n" + before + "\n")
                        + section("Not done:", outcome.notDone())
                        + section("Left out:", outcome.skipped()))
                .strip();
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
