// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import officina.api.permission.PermissionRequest;
import officina.cli.Syntax.Printed;
import officina.engine.CheckedBundle;

/** Reads what a bundle declares that is not installed; no data folder is touched. */
final class PluginCheckCommand extends FolderCommand {

    private final Given<Path> file = syntax.file("JAR", "The file of the bundle.");
    private final Printed<CheckedBundle> checked = syntax.prints(PluginForms.CHECKED);

    PluginCheckCommand(CommandContext context) {
        super(
                context,
                "What is wrong with the declarations of a bundle that is not installed, and what it asks for.",
                "",
                "Nothing of it runs, and no data is touched.",
                "Ends with 1 when something is wrong; what its permissions allow together is told and is no fault.");
    }

    @Override
    public Integer call() {
        CheckedBundle found = context().own().check(file.value().toAbsolutePath());
        output().print(checked, found, text(found));
        return (found.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED).number();
    }

    private static String text(CheckedBundle found) {
        List<String> lines = new ArrayList<>();
        lines.add("The bundle " + found.bundle()
                + (found.publisher().isEmpty() ? "" : ", which says that it is by " + found.publisher()));
        found.plugins()
                .forEach(each -> lines.add("  " + each.plugin() + " (" + each.kind() + "), version " + each.version()));
        if (!found.permissions().isEmpty()) {
            lines.add("");
            lines.add("It asks for:");
            found.permissions().forEach(each -> lines.addAll(lines(each)));
        }
        if (!found.risks().isEmpty()) {
            lines.add("");
            lines.addAll(found.risks());
        }
        lines.add("");
        if (found.problems().isEmpty()) {
            lines.add("Nothing is wrong with what it declares.");
        } else {
            lines.add("What is wrong:");
            found.problems().forEach(each -> lines.add("  " + each));
        }
        return String.join("\n", lines);
    }

    private static List<String> lines(PermissionRequest request) {
        return List.of(
                "  " + request.permission() + (request.optional() ? ", optional" : ""), "      " + request.reason());
    }
}
