// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.cli.Syntax.Printed;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.engine.Engine;
import officina.engine.remote.RemoteEngine;
import org.jspecify.annotations.Nullable;

/** {@code officina doctor}: what is verified on this machine, what is not. */
final class DoctorCommand extends EngineCommand {

    private final Given<@Nullable Path> bundle = syntax.path(
            "--bundle",
            "FILE",
            "Also write what helps to find a defect to a new file: no text of yours, no secret, no name.");

    private final Printed<Check> looked = syntax.prints(EngineForms.CHECK, Syntax.EACH);

    private final Printed<Path> written = syntax.prints(EngineForms.BUNDLE, "with `--bundle`");

    DoctorCommand(CommandContext context) {
        super(context, "What is verified about key storage, data, disk and display, and what is not.");
    }

    @Override
    ExitCode run(Engine engine, Output out) {
        List<Check> checks = new ArrayList<>();
        checks.add(place(engine));
        checks.addAll(engine.diagnostics().run(context().follow("Examining")));
        checks.add(display(context().environment()));
        print(checks, looked, out);
        Path file = bundleFile();
        if (file != null) {
            engine.diagnostics().bundle(file, context().follow("Examining"));
            written(file, out);
        }
        return checks.stream().anyMatch(check -> check.result() == Result.PROBLEM) ? ExitCode.FAILED : ExitCode.OK;
    }

    /** The doctor is asked when something does not open: that is the first thing it tells. */
    @Override
    ExitCode closed(FailureException reason, Output out) {
        Failure failure = reason.failure();
        String remedy = failure.remedy();
        Check opening = new Check(
                "opening", "Opening the data folder", Result.PROBLEM, failure.message(), remedy == null ? "" : remedy);
        Path file = bundleFile();
        if (file != null) {
            // first: this process may become another one here, which would say the rest once more
            context().diagnose(folder(), failure, file);
        }
        print(List.of(opening, display(context().environment())), looked, out);
        if (file != null) {
            written(file, out);
        }
        return ExitCode.of(failure);
    }

    private @Nullable Path bundleFile() {
        Path file = bundle.value();
        return file == null ? null : file.toAbsolutePath().normalize();
    }

    private void written(Path file, Output out) {
        out.print(written, file, "Written to " + file + "\nLook into it before you hand it over.");
    }

    static void print(List<Check> checks, Printed<Check> as, Output out) {
        for (Check check : checks) {
            String remedy = check.remedy().isEmpty() ? "" : "\n      " + check.remedy();
            out.print(as, check, mark(check.result()) + " " + check.title() + ": " + check.text() + remedy);
        }
    }

    /** Which process holds the data folder. */
    private static Check place(Engine engine) {
        String text = engine instanceof RemoteEngine remote
                ? "Attached to process " + remote.peer().process() + " (version "
                        + remote.peer().program() + "), which holds the data folder."
                : "None was at work on the data folder; this command runs its own.";
        return new Check("engine", "Engine", Result.VERIFIED, text, "");
    }

    /** The command line has no window library to try with, so it can only say what is announced. */
    private static Check display(Map<String, String> environment) {
        String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "");
        String x11 = environment.getOrDefault("DISPLAY", "");
        if (wayland.isEmpty() && x11.isEmpty()) {
            return new Check(
                    "display",
                    "Display",
                    Result.NOT_VERIFIED,
                    "None is announced: the workbench cannot open here, the command line can.",
                    "");
        }
        String named = x11.isEmpty() ? "Wayland " + wayland : "X11 " + x11;
        return new Check(
                "display",
                "Display",
                Result.NOT_VERIFIED,
                named + " is announced; the workbench tries it when it starts.",
                "");
    }

    private static String mark(Result result) {
        return switch (result) {
            case VERIFIED -> "[ok]";
            case NOT_VERIFIED -> "[??]";
            case PROBLEM -> "[!!]";
        };
    }
}
