// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import officina.api.id.PluginId;
import officina.api.json.JsonText;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.ProjectItem;
import org.jspecify.annotations.Nullable;

/** {@code plugins rollback}, {@code enable} and {@code disable}. */
final class PluginVersionCommands {

    private PluginVersionCommands() {}

    static final class Rollback extends PluginChange {

        Rollback(CommandContext context) {
            super(
                    context,
                    "Go back to the version of a plug-in from before this one.",
                    "",
                    "What this one is at work on it finishes. Once more, and it is there again.");
        }

        @Override
        String change(Engine engine, PluginId id) {
            engine.plugins().rollback(id);
            return id + " is " + engine.plugins().find(id).version() + " now.";
        }
    }

    static final class Enable extends PluginChange {

        private final Given<@Nullable String> project = syntax.text(
                "--project", "PROJECT", "Let it take part in this project again, which it was left out of.");

        Enable(CommandContext context) {
            super(context, "Let a plug-in run again that was switched off.");
        }

        @Override
        String change(Engine engine, PluginId id) {
            String wanted = project.value();
            if (wanted != null) {
                return id + " takes part in " + leaveOut(engine, id, wanted, false) + ".";
            }
            engine.plugins().enable(id, true);
            return id + " is switched on.";
        }
    }

    static final class Disable extends PluginChange {

        private final Given<@Nullable String> project = syntax.text(
                "--project",
                "PROJECT",
                "Leave it out of this project alone: there it answers nothing and is not called. Also for a part of"
                        + " Officina.");

        Disable(CommandContext context) {
            super(
                    context,
                    "Switch a plug-in off that was installed: it ends at once and does nothing.",
                    "",
                    "What it was granted is kept, for when it is switched on.");
        }

        @Override
        String change(Engine engine, PluginId id) {
            String wanted = project.value();
            if (wanted != null) {
                return id + " takes no part in " + leaveOut(engine, id, wanted, true) + ".";
            }
            engine.plugins().enable(id, false);
            return id + " is switched off.";
        }
    }

    /** @return the name of the project */
    private static String leaveOut(Engine engine, PluginId id, String wanted, boolean out) {
        ProjectItem project = ProjectCommands.find(engine, wanted);
        SortedSet<String> ids = new TreeSet<>();
        if (engine.settings().get(SettingsCatalog.LEFT_OUT, project.id()).value() instanceof JsonText(String known)) {
            Arrays.stream(known.split("[,\\s]+"))
                    .filter(each -> !each.isEmpty())
                    .forEach(ids::add);
        }
        if (out ? ids.add(id.value()) : ids.remove(id.value())) {
            engine.settings()
                    .set(
                            SettingsCatalog.LEFT_OUT,
                            SettingScope.PROJECT,
                            project.id(),
                            new JsonText(String.join(", ", ids)));
        }
        return project.project().name();
    }
}
