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
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code officina plan ...}: plans that wait for a decision. */
final class PlanCommands {

    private PlanCommands() {}

    @Command(name = "plan", description = "Plans that agents propose.")
    static final class Group extends CommandGroup {}

    @Command(name = "list", description = "The plans that wait for your decision.")
    static final class ListPlans extends EngineCommand {

        ListPlans(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<RunSummary> waiting =
                    engine.runs().list(new RunQuery(null, Set.of(RunPhase.AWAITING_APPROVAL), 10_000));
            if (waiting.isEmpty()) {
                out.say("No plan waits for you.");
            }
            for (RunSummary run : waiting) {
                out.print(JsonForms.run(run), Ids.shown(run.id()) + "  " + run.title());
            }
            return ExitCode.OK;
        }
    }

    @Command(name = "show", description = "A plan with its steps.")
    static final class Show extends EngineCommand {

        @Parameters(paramLabel = "RUN", description = "The run, or the end of its identifier.")
        String run = "";

        Show(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            RunState state = RunCommands.find(engine, run);
            out.print(JsonForms.plan(plan(state)), RunPrinter.plan(plan(state)));
            return ExitCode.OK;
        }
    }

    @Command(name = "approve", description = "Allow a plan, or some of its steps, and see it carried out.")
    static final class Approve extends EngineCommand {

        @Parameters(paramLabel = "RUN", description = "The run, or the end of its identifier.")
        String run = "";

        @Option(
                names = "--steps",
                split = ",",
                paramLabel = "STEP",
                description = "Only these steps, by their number or name; the others are skipped.")
        List<String> steps = List.of();

        Approve(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            RunState state = RunCommands.find(engine, run);
            PlanState plan = plan(state);
            List<StepId> all = plan.plan().steps().stream().map(PlanStep::id).toList();
            List<StepId> allowed = steps.isEmpty()
                    ? all
                    : steps.stream().map(step -> step(step, all)).toList();
            engine.runs()
                    .approve(state.head().run(), approval(plan), plan.plan().revision(), allowed);
            return RunPrinter.print(engine.runs().await(state.head().run()), out);
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

    @Command(name = "reject", description = "Refuse a plan; nothing of it is done.")
    static final class Reject extends EngineCommand {

        @Parameters(index = "0", paramLabel = "RUN", description = "The run, or the end of its identifier.")
        String run = "";

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "REASON", description = "Why, in your words.")
        List<String> reason = List.of();

        Reject(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            RunState state = RunCommands.find(engine, run);
            engine.runs().refuse(state.head().run(), approval(plan(state)), Inputs.word(String.join(" ", reason)));
            RunState after = engine.runs().await(state.head().run());
            out.print(JsonForms.run(after), RunPrinter.text(after));
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
