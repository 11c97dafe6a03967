// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.InstallConsent;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Installation;
import officina.engine.PluginItem.Waiting;

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
                    "A newer version that needs more than it was granted waits for that, and the one that is there goes on.",
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
            Installation installation = item.installation();
            if (installation != null && installation.waiting() != null) {
                return String.join("\n", waiting(item, installation.waiting()));
            }
            List<String> lines = new ArrayList<>();
            lines.add(item.id() + " " + item.version() + " is installed.");
            lines.addAll(item.risks());
            item.rights().stream()
                    .filter(each -> !each.optional() && each.grants().isEmpty())
                    .forEach(each -> lines.addAll(needed(item, each.permission(), each.reason())));
            return String.join("\n", lines);
        }

        /** Only the difference: the rest was decided before. */
        private static List<String> waiting(PluginItem item, Waiting next) {
            List<String> lines = new ArrayList<>();
            lines.add(item.id() + " " + next.version() + " waits for what it needs and " + item.version()
                    + " does not; until then that one goes on.");
            for (PermissionRequest each : next.asks()) {
                if (each.optional()) {
                    lines.add("It would like " + each.permission() + ", which it can do without: " + each.reason());
                } else {
                    lines.addAll(needed(item, each.permission(), each.reason()));
                }
            }
            return lines;
        }

        private static List<String> needed(PluginItem item, Permission permission, String reason) {
            return List.of(
                    "It needs " + permission + ": " + reason, "  " + PluginCommands.toGrant(item.id(), permission));
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
