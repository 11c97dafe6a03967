// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.InstallConsent;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Right;

/** {@code plugins install} and {@code plugins remove}. */
final class PluginInstallCommands {

    private PluginInstallCommands() {}

    static final class Install extends EngineCommand {

        private final Given<Path> file = syntax.file("JAR", "The file of the bundle.");
        private final Given<Boolean> unsigned =
                syntax.flag("--unsigned", "It has no signature and is your own. It is shown as such from then on.");
        private final Given<Boolean> downgrade =
                syntax.flag("--downgrade", "Also where a newer version was installed before.");
        private final Printed<PluginItem> installed = syntax.prints(PluginForms.PLUGIN, Syntax.EACH);

        Install(CommandContext context) {
            super(
                    context,
                    "Install a plug-in, or a newer version of one.",
                    "",
                    "It runs in a process of its own, which the system keeps in, and does nothing before it was allowed",
                    "what it cannot do without. It has to be signed by somebody whom you trust (officina plugins keys), in the file",
                    "beside it that has .sig behind its name.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            Set<InstallConsent> consents = EnumSet.noneOf(InstallConsent.class);
            if (unsigned.value()) {
                consents.add(InstallConsent.UNSIGNED);
            }
            if (downgrade.value()) {
                consents.add(InstallConsent.OLDER);
            }
            for (PluginItem each : engine.plugins().install(file.value().toAbsolutePath(), consents)) {
                out.print(installed, each, text(each));
            }
            return ExitCode.OK;
        }

        private static String text(PluginItem item) {
            List<String> lines = new ArrayList<>();
            lines.add(item.id() + " " + item.version() + " is installed.");
            lines.addAll(item.risks());
            List<Right> needed = item.rights().stream()
                    .filter(each -> !each.optional() && each.grants().isEmpty())
                    .toList();
            for (Right each : needed) {
                lines.add("It needs " + each.permission() + ": " + each.reason());
                lines.add("  " + PluginCommands.toGrant(item.id(), each.permission()));
            }
            return String.join("\n", lines);
        }
    }

    static final class Remove extends EngineCommand {

        private final Given<String> plugin = PluginCommands.plugin(syntax);
        private final Printed<PluginItem> removed = syntax.prints(PluginForms.PLUGIN);

        Remove(CommandContext context) {
            super(context, "Remove a plug-in that was installed, and take back what it was granted.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = PluginCommands.find(engine, plugin.value());
            engine.plugins().remove(item.id());
            out.print(removed, item, item.id() + " is removed.");
            return ExitCode.OK;
        }
    }
}
