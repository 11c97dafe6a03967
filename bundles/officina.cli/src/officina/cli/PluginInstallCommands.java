// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.InstallConsent;
import officina.engine.OfferItem;
import officina.engine.Offered;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Installation;
import officina.engine.PluginItem.Waiting;

/** {@code plugins install} and {@code plugins remove}. */
final class PluginInstallCommands {

    private PluginInstallCommands() {}

    static final class Install extends EngineCommand {

        private final Given<String> wanted =
                syntax.word("JAR|PLUGIN", "The file of the bundle, or the plug-in's identifier in a catalogue.");
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
            List<PluginItem> made = isFile(wanted.value())
                    ? engine.plugins().install(file(wanted.value()), null, consents)
                    : engine.plugins().obtain(PluginCommands.identifier(wanted.value()), consents);
            for (PluginItem each : made) {
                out.print(installed, each, text(each));
            }
            return ExitCode.OK;
        }

        /** No identifier ends or looks like that. */
        private static boolean isFile(String wanted) {
            return wanted.endsWith(".jar") || wanted.contains("/") || wanted.contains("\\");
        }

        private static Path file(String wanted) {
            try {
                return Path.of(wanted).toAbsolutePath();
            } catch (InvalidPathException e) {
                throw PluginCommands.wrong("\"" + wanted + "\" is no file.", "Name the jar of a bundle.");
            }
        }

        static String text(PluginItem item) {
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

    static final class Update extends EngineCommand {

        private final Given<List<String>> wanted =
                syntax.words(0, "PLUGIN", "Its identifier. Without it: all that catalogues have a newer version of.");
        private final Printed<PluginItem> updated = syntax.prints(PluginForms.PLUGIN, Syntax.EACH);

        Update(CommandContext context) {
            super(
                    context,
                    "Get newer versions of plug-ins that were installed, from your catalogues.",
                    "",
                    "One that needs more than it was granted waits for that, and the one that is there goes on.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<PluginId> ids =
                    wanted.value().stream().map(PluginCommands::identifier).toList();
            Offered offered = engine.plugins().offers();
            List<OfferItem> newer = offered.offers().stream()
                    .filter(OfferItem::newer)
                    .filter(each -> ids.isEmpty() || each.plugins().stream().anyMatch(ids::contains))
                    .toList();
            offered.problems().forEach(out::say);
            if (newer.isEmpty() && offered.problems().isEmpty()) {
                out.say("There is nothing newer.");
            }
            ExitCode end = offered.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
            for (OfferItem each : newer) {
                try {
                    engine.plugins()
                            .obtain(each.plugins().getFirst(), Set.of())
                            .forEach(item -> out.print(updated, item, Install.text(item)));
                } catch (FailureException e) {
                    // one that cannot be got keeps no other from being
                    out.failure(e.failure());
                    end = ExitCode.FAILED;
                }
            }
            return end;
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
