// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import java.util.stream.Collectors;
import officina.api.agent.AgentDescriptor;
import officina.api.plan.PlanStep;
import officina.core.plan.PlanOutcome;

/** What the orchestrator itself says, in CommonMark. */
final class Wording {

    static final String NOTHING_CHANGED = "Nothing was changed.";
    static final String NOT_FOR_ANY_AGENT = "No agent can do this";
    static final String REFUSED = "Nothing was changed";

    static final String LEFT_ALONE = "All right: nothing was changed.";
    static final String NO_ANSWER = "The model had nothing to say to that.";
    static final String PROPOSED = "This is what I would do.";

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

    /** To one of several things that a message asks for, when nobody fits. */
    static String notThis(String wish) {
        return "I cannot help with \u201c" + escaped(wish) + "\u201d: no agent does that.";
    }

    /** Of several things those that were not tried any more. */
    static String notTried(List<String> wishes) {
        return "Not tried any more:\n\n"
                + wishes.stream().map(wish -> "- " + escaped(wish) + "\n").collect(Collectors.joining());
    }

    static String noAnswer(AgentDescriptor agent) {
        return "\"" + agent.name() + "\" had nothing to say to that.";
    }

    static String answered(String name) {
        return "Answered by " + name;
    }

    /** Behind an answer of a model. */
    static String cut(boolean cut) {
        return cut ? "\n\n*The answer ends here because the model may not say more at once.*" : "";
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
}
