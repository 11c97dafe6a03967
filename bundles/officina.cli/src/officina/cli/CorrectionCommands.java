// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.cli.Syntax.Printed;
import officina.core.run.RunState;
import officina.engine.Corrections.AgentItem;
import officina.engine.Corrections.CorrectionItem;
import officina.engine.Engine;
import officina.engine.RunRef;

/** "Not this: that one", and what was learned by it. */
final class CorrectionCommands {

    private CorrectionCommands() {}

    static final class Correct extends EngineCommand {

        private final Given<String> run = syntax.word("RUN", "The run, or the end of its identifier.");

        private final Given<String> agent = syntax.word("AGENT", "Who should have answered: its name or identifier.");

        private final Printed<RunState> again = syntax.prints(RunForms.RUN);

        Correct(CommandContext context) {
            super(
                    context,
                    "Send what a run was asked to another agent, and messages like it from now on.",
                    "",
                    "\"officina corrections list\" shows what is remembered. It never leaves this machine.",
                    "Example: officina runs correct 3f2a9c1b Documents");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            PluginId wanted = agent(engine, agent.value());
            RunRef other = engine.corrections()
                    .correct(RunCommands.find(engine, run.value()).head().run(), wanted);
            return RunPrinter.print(engine.runs().await(other.run()), again, out);
        }

        private static PluginId agent(Engine engine, String wanted) {
            List<AgentItem> agents = engine.corrections().agents();
            return agents.stream()
                    .filter(each -> each.name().equalsIgnoreCase(wanted)
                            || each.id().value().equals(wanted))
                    .findFirst()
                    .map(AgentItem::id)
                    .orElseThrow(() -> new FailureException(Failure.of(
                            "agent.missing",
                            ErrorKind.RESOURCE,
                            "There is no agent \"" + wanted + "\".",
                            "Those there are: "
                                    + agents.stream().map(AgentItem::name).collect(Collectors.joining(", ")) + ".")));
        }
    }

    static final class ListCorrections extends EngineCommand {

        private final Printed<CorrectionItem> remembered = syntax.prints(RecordForms.CORRECTION, Syntax.EACH);

        ListCorrections(CommandContext context) {
            super(context, "What is remembered, newest first.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<CorrectionItem> items = engine.corrections().list();
            if (items.isEmpty()) {
                out.say("Nothing is remembered.");
            }
            if (out.json()) {
                items.forEach(item -> out.print(remembered, item, ""));
            } else {
                out.table(items.stream()
                        .map(item -> List.of(
                                Ids.shown(item.id()),
                                item.agent().value(),
                                item.phrase().replaceAll("\\s+", " ")))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Remove extends EngineCommand {

        private final Given<List<String>> ids =
                syntax.words(1, "ID", "What to forget, or the ends of the identifiers.");

        private final Printed<CorrectionItem> forgotten = syntax.prints(RecordForms.CORRECTION, Syntax.EACH);

        Remove(CommandContext context) {
            super(context, "Forget what was remembered.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<CorrectionItem> all = engine.corrections().list();
            List<CorrectionItem> wanted = ids.value().stream()
                    .map(each -> Ids.find(each, all, CorrectionItem::id, "correction"))
                    .toList();
            for (CorrectionItem item : wanted) {
                engine.corrections().remove(item.id());
                if (out.json()) {
                    out.print(forgotten, item, "");
                }
            }
            out.say("Forgotten: " + wanted.size() + ".");
            return ExitCode.OK;
        }
    }
}
