// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.ApprovalId;
import officina.api.id.StepId;
import officina.api.plan.PlanStep;
import officina.cli.Syntax.Printed;
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.engine.Engine;

/** {@code officina plan ...}: plans that wait for a decision. */
final class PlanCommands {

    private PlanCommands() {}

    static final class ListPlans extends EngineCommand {

        private final Printed<RunSummary> waits = syntax.prints(RunForms.SUMMARY, Syntax.EACH);

        ListPlans(CommandContext context) {
            super(context, "The plans that wait for your decision.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<RunSummary> waiting =
                    engine.runs().list(new RunQuery(null, Set.of(RunPhase.AWAITING_APPROVAL), 10_000));
            if (waiting.isEmpty()) {
                out.say("No plan waits for you.");
            }
            for (RunSummary run : waiting) {
                out.print(waits, run, Ids.shown(run.id()) + "  " + run.title());
            }
            return ExitCode.OK;
        }
    }

    static final class Show extends EngineCommand {

        private final Given<String> run = syntax.word("RUN", "The run, or the end of its identifier.");

        private final Printed<PlanState> proposed = syntax.prints(RunForms.PLAN);

        Show(CommandContext context) {
            super(context, "A plan with its steps.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            RunState state = RunCommands.find(engine, run.value());
            out.print(proposed, plan(state), RunPrinter.plan(plan(state)));
            return ExitCode.OK;
        }
    }

    static final class Approve extends EngineCommand {

        private final Given<String> run = syntax.word("RUN", "The run, or the end of its identifier.");

        private final Given<List<String>> steps =
                syntax.list("--steps", "STEP", "Only these steps, by their number or name; the others are skipped.");

        private final Printed<RunState> done = syntax.prints(RunForms.RUN);

        Approve(CommandContext context) {
            super(context, "Allow a plan, or some of its steps, and see it carried out.");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            RunState state = RunCommands.find(engine, run.value());
            PlanState plan = plan(state);
            List<StepId> all = plan.plan().steps().stream().map(PlanStep::id).toList();
            List<StepId> allowed = steps.value().isEmpty()
                    ? all
                    : steps.value().stream().map(step -> step(step, all)).toList();
            engine.runs()
                    .approve(state.head().run(), approval(plan), plan.plan().revision(), allowed);
            return RunPrinter.goOn(
                    engine.runs().await(state.head().run()), state.parts().size(), done, out);
        }

        private static StepId step(String word, List<StepId> all) {
            if (word.matches("[0-9]{1,4}")) {
                int number = Integer.parseInt(word);
                if (number >= 1 && number <= all.size()) {
                    return all.get(number - 1);
                }
            }
            return Ids.find(word, all, StepId::value, "step");
        }
    }

    static final class Reject extends EngineCommand {

        private final Given<String> run = syntax.word("RUN", "The run, or the end of its identifier.");

        private final Given<List<String>> reason = syntax.words(0, "REASON", "Why, in your words.");

        private final Printed<RunState> refused = syntax.prints(RunForms.RUN);

        Reject(CommandContext context) {
            super(context, "Refuse a plan; nothing of it is done.");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            RunState state = RunCommands.find(engine, run.value());
            engine.runs()
                    .refuse(state.head().run(), approval(plan(state)), Inputs.word(String.join(" ", reason.value())));
            RunState after = engine.runs().await(state.head().run());
            out.print(refused, after, RunPrinter.text(after));
            return ExitCode.OK;
        }
    }

    private static PlanState plan(RunState state) {
        PlanState plan = state.plan();
        if (plan == null) {
            throw notWaiting("This run has no plan.");
        }
        return plan;
    }

    private static ApprovalId approval(PlanState plan) {
        ApprovalId approval = plan.approval();
        if (approval == null) {
            throw notWaiting("This plan was carried out without asking.");
        }
        return approval;
    }

    private static FailureException notWaiting(String message) {
        return new FailureException(Failure.of(
                "run.not-waiting", ErrorKind.USER, message, "\"officina plan list\" shows the plans that wait."));
    }
}
