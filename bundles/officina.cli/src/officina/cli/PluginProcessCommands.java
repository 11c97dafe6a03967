// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import officina.api.id.PluginId;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.PluginProcess;

/** {@code plugins processes} and {@code end}. */
final class PluginProcessCommands {

    private static final double MEGA = 1_000_000.0;

    private PluginProcessCommands() {}

    static final class Processes extends EngineCommand {

        private final Printed<PluginProcess> listed = syntax.prints(PluginForms.PROCESS, Syntax.EACH);

        Processes(CommandContext context) {
            super(
                    context,
                    "The processes that plug-ins of others run in now.",
                    "",
                    "A line has the plug-ins, the process, what keeps it in, since when, calls at work, time of the processor"
                            + " and memory.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<PluginProcess> processes = engine.plugins().processes();
            if (out.json()) {
                processes.forEach(each -> out.print(listed, each, ""));
            } else if (processes.isEmpty()) {
                out.say("No plug-in of others runs now; one is started when somebody calls it.");
            } else {
                out.table(processes.stream().map(Processes::row).toList());
            }
            return ExitCode.OK;
        }

        private static List<String> row(PluginProcess each) {
            return List.of(
                    each.plugins().isEmpty()
                            ? each.bundle()
                            : each.plugins().stream().map(Object::toString).collect(Collectors.joining(", ")),
                    Long.toString(each.process()),
                    each.level(),
                    Words.moment(each.since()),
                    each.calls() == 1 ? "1 call" : each.calls() + " calls",
                    String.format(Locale.ROOT, "%.1f s", each.processor().toMillis() / 1_000.0),
                    String.format(Locale.ROOT, "%.0f MB", each.memory() / MEGA));
        }
    }

    static final class End extends PluginChange {

        End(CommandContext context) {
            super(
                    context,
                    "End the process that a plug-in of others runs in.",
                    "",
                    "What it is at work on fails; the next call starts another. For good: officina plugins disable.");
        }

        @Override
        String change(Engine engine, PluginId id) {
            engine.plugins().endProcess(id);
            return "The process of " + id + " was ended.";
        }
    }
}
