// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.RunId;
import officina.cli.Syntax.Printed;
import officina.core.run.QuestionState;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.engine.Engine;
import officina.engine.RunRef;

/** {@code officina runs ...}: everything that ran, and what can be done with it. */
final class RunCommands {

    private RunCommands() {}

    static final class ListRuns extends EngineCommand {

        private final Given<Integer> limit = syntax.number("--limit", "N", "At most so many; 50 without.", 50);

        private final Printed<RunSummary> listed = syntax.prints(RunForms.SUMMARY, Syntax.EACH);

        ListRuns(CommandContext context) {
            super(context, "The newest runs.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            int most = Math.clamp(limit.value(), 1, 10_000);
            List<RunSummary> runs = engine.runs().list(new RunQuery(null, java.util.Set.of(), most));
            if (runs.isEmpty()) {
                out.say("Nothing has run yet.");
            }
            if (out.json()) {
                runs.forEach(run -> out.print(listed, run, ""));
            } else {
                out.table(runs.stream()
                        .map(run -> List.of(
                                Ids.shown(run.id()),
                                Words.of(run.phase()),
                                Words.of(run.kind()),
                                Words.moment(run.startedAt()),
                                run.title()))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    /** A command on runs, one after the other. All of them have to exist before the first is touched. */
    abstract static class SomeRuns extends EngineCommand {

        private final Given<List<String>> runs = syntax.words(1, "RUN", "The runs, or the ends of their identifiers.");

        SomeRuns(CommandContext context, String description) {
            super(context, description);
        }

        abstract ExitCode run(Engine engine, RunId run, Output out) throws InterruptedException;

        @Override
        final ExitCode run(Engine engine, Output out) throws InterruptedException {
            ExitCode code = ExitCode.OK;
            for (RunId run : ids(engine, runs.value())) {
                ExitCode each = run(engine, run, out);
                code = code == ExitCode.OK ? each : code;
            }
            return code;
        }
    }

    static final class Show extends SomeRuns {

        private final Printed<RunState> shown = syntax.prints(RunForms.RUN, Syntax.EACH);

        Show(CommandContext context) {
            super(context, "Runs with their answers, plans and outcomes.");
        }

        @Override
        ExitCode run(Engine engine, RunId run, Output out) {
            RunState state = engine.runs().state(run);
            String head = state.head().title() + "\n" + Words.of(state.phase()) + ", started "
                    + Words.moment(state.head().startedAt()) + "\n";
            out.print(shown, state, head + RunPrinter.text(state));
            return ExitCode.OK;
        }
    }

    static final class Export extends SomeRuns {

        private final Printed<EventEnvelope> event = syntax.prints(RunForms.EVENT, Syntax.EACH);

        Export(CommandContext context) {
            super(context, "All events of runs, one JSON value a line.");
        }

        @Override
        ExitCode run(Engine engine, RunId run, Output out) {
            for (EventEnvelope envelope : engine.runs().events(run)) {
                out.line(event, envelope);
            }
            return ExitCode.OK;
        }
    }

    static final class Resume extends SomeRuns {

        private final Printed<RunState> resumed = syntax.prints(RunForms.RUN, Syntax.EACH);

        Resume(CommandContext context) {
            super(context, "Go on with interrupted runs.");
        }

        @Override
        ExitCode run(Engine engine, RunId run, Output out) throws InterruptedException {
            engine.runs().resume(run);
            return RunPrinter.print(engine.runs().await(run), resumed, out);
        }
    }

    static final class Cancel extends SomeRuns {

        private final Printed<RunState> cancelled = syntax.prints(RunForms.RUN, Syntax.EACH);

        Cancel(CommandContext context) {
            super(context, "Cancel runs that have not ended.");
        }

        @Override
        ExitCode run(Engine engine, RunId run, Output out) throws InterruptedException {
            engine.runs().cancel(run);
            RunState after = engine.runs().await(run);
            out.print(cancelled, after, RunPrinter.text(after));
            return ExitCode.OK;
        }
    }

    static final class Undo extends SomeRuns {

        private final Printed<RunState> undone = syntax.prints(RunForms.RUN, Syntax.EACH);

        Undo(CommandContext context) {
            super(context, "Take back what runs changed.");
        }

        @Override
        ExitCode run(Engine engine, RunId run, Output out) throws InterruptedException {
            RunRef undo = engine.runs().undo(run);
            RunState after = engine.runs().await(undo.run());
            String summary = after.outcome().summary();
            out.print(undone, after, summary == null ? "Taken back." : summary + ".");
            return ExitCode.OK;
        }
    }

    static final class Answer extends EngineCommand {

        private final Given<String> run = syntax.word("RUN", "The run, or the end of its identifier.");

        private final Given<List<String>> answer = syntax.words(1, "ANSWER", "Your answer.");

        private final Printed<RunState> answered = syntax.prints(RunForms.RUN);

        Answer(CommandContext context) {
            super(context, "Answer the question a run waits with.");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            RunState state = find(engine, run.value());
            QuestionState question = state.openQuestion();
            RunId id = state.head().run();
            if (question == null) {
                throw new FailureException(Failure.of(
                        "run.not-waiting",
                        ErrorKind.USER,
                        "The run does not wait for an answer.",
                        "\"officina runs show\" says where it stands."));
            }
            engine.runs().answer(id, question.id(), Inputs.word(String.join(" ", answer.value())));
            return RunPrinter.goOn(engine.runs().await(id), state.parts().size(), answered, out);
        }
    }

    static RunState find(Engine engine, String wanted) {
        return engine.runs().state(ids(engine, List.of(wanted)).getFirst());
    }

    /**
     * All of them, before anything is done with the first; {@code usage.unknown-id}, {@code usage.ambiguous-id}. A whole
     * identifier is found however many runs there are.
     */
    private static List<RunId> ids(Engine engine, List<String> wanted) {
        List<RunSummary> newest = wanted.stream().allMatch(Ids::isWhole)
                ? List.of()
                : engine.runs().list(RunQuery.ALL);
        return wanted.stream()
                .map(each -> Ids.isWhole(each)
                        ? existing(engine, each)
                        : Ids.find(each, newest, RunSummary::id, "run").id())
                .toList();
    }

    private static RunId existing(Engine engine, String wanted) {
        RunId run = new RunId(UUID.fromString(wanted));
        try {
            engine.runs().state(run);
            return run;
        } catch (FailureException e) {
            throw e.failure().code().equals("run.missing") ? Ids.unknown("run", wanted) : e;
        }
    }
}
