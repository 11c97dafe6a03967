// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.ExportedData;
import officina.engine.wire.WireFailures;
import org.jspecify.annotations.Nullable;

/** {@code officina data export}: all data into one file of an open format. */
final class ExportCommand extends EngineCommand {

    private final Given<@Nullable Path> to =
            syntax.path("--to", "FILE", "The file. Without it: one in this folder that is named like the day.");

    private final Given<Boolean> encrypt =
            syntax.flag("--encrypt", "Encrypt the file with a new passphrase, asked for where none is given.");

    private final NewPassphrase passphrase = new NewPassphrase(syntax);

    private final Printed<ExportedData> exported = syntax.prints(EngineForms.EXPORTED);

    ExportCommand(CommandContext context) {
        super(
                context,
                "Write all your data to a new file that other programs can read: text inside a ZIP archive.",
                "",
                "Unless it is encrypted, whoever can read the file can read all your data.",
                "An encrypted file is opened with the program age: age --decrypt FILE.");
    }

    /** The passphrase does not travel, and nobody should type it twice to hear that. */
    @Override
    boolean attaches() {
        return !isSealed();
    }

    private boolean isSealed() {
        return encrypt.value() || passphrase.given();
    }

    @Override
    ExitCode closed(FailureException reason, Output out) {
        throw isSealed() && reason.failure().code().equals("engine.in-use")
                ? new FailureException(WireFailures.exportLocalOnly(), reason)
                : reason;
    }

    @Override
    ExitCode run(Engine engine, Output out) {
        Path chosen = to.value();
        Path file =
                (chosen == null ? named(isSealed()) : chosen).toAbsolutePath().normalize();
        ExportedData done;
        if (isSealed()) {
            try (SecretText secret = passphrase.ask(console())) {
                done = engine.data().exportSealed(file, secret, context().follow("Exporting"));
            }
        } else {
            done = engine.data().export(file, context().follow("Exporting"));
        }
        out.print(
                exported,
                done,
                "Exported " + done.events() + " events and " + done.records() + " records to " + done.file() + "\n"
                        + (done.encrypted()
                                ? "It is encrypted with the passphrase; without it nobody can read the file."
                                : "It is not encrypted: whoever can read the file can read all your data."));
        return ExitCode.OK;
    }

    private static Path named(boolean sealed) {
        return Path.of("officina-" + LocalDate.now(ZoneId.systemDefault()) + (sealed ? ".zip.age" : ".zip"));
    }
}
