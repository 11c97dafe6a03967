// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.id.PluginId;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.PluginItem;

/** A command that does one thing to one plug-in and shows what it is then. */
abstract class PluginChange extends EngineCommand {

    private final Given<String> plugin = PluginCommands.plugin(syntax);
    private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

    PluginChange(CommandContext context, String description, String... footer) {
        super(context, description, footer);
    }

    /** Does it; gives the line that a person reads. */
    abstract String change(Engine engine, PluginId id);

    @Override
    final ExitCode run(Engine engine, Output out) {
        PluginId id = PluginCommands.find(engine, plugin.value()).id();
        String said = change(engine, id);
        out.print(shown, engine.plugins().find(id), said);
        return ExitCode.OK;
    }
}
