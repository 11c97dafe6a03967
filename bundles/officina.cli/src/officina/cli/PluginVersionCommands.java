// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.PluginItem;

/** {@code plugins rollback}, {@code enable} and {@code disable}. */
final class PluginVersionCommands {

    private PluginVersionCommands() {}

    static final class Rollback extends EngineCommand {

        private final Given<String> plugin = PluginCommands.plugin(syntax);
        private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

        Rollback(CommandContext context) {
            super(
                    context,
                    "Go back to the version of a plug-in from before this one.",
                    "",
                    "What this one is at work on it finishes. Once more, and it is there again.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = PluginCommands.find(engine, plugin.value());
            engine.plugins().rollback(item.id());
            PluginItem now = engine.plugins().find(item.id());
            out.print(shown, now, now.id() + " is " + now.version() + " now.");
            return ExitCode.OK;
        }
    }

    static final class Enable extends EngineCommand {

        private final Given<String> plugin = PluginCommands.plugin(syntax);
        private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

        Enable(CommandContext context) {
            super(context, "Let a plug-in run again that was switched off.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = PluginCommands.find(engine, plugin.value());
            engine.plugins().enable(item.id(), true);
            out.print(shown, engine.plugins().find(item.id()), item.id() + " is switched on.");
            return ExitCode.OK;
        }
    }

    static final class Disable extends EngineCommand {

        private final Given<String> plugin = PluginCommands.plugin(syntax);
        private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

        Disable(CommandContext context) {
            super(
                    context,
                    "Switch a plug-in off that was installed: it ends at once and does nothing.",
                    "",
                    "What it was granted is kept, for when it is switched on.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = PluginCommands.find(engine, plugin.value());
            engine.plugins().enable(item.id(), false);
            out.print(shown, engine.plugins().find(item.id()), item.id() + " is switched off.");
            return ExitCode.OK;
        }
    }
}
