// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import officina.cli.EngineForms.Imported;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.ImportedDatabase;

/** {@code officina data import}: a database of another program. */
final class ImportCommand extends EngineCommand {

    private final Given<Path> file =
            syntax.file("FILE", "The file of the database. H2: the one that ends with .mv.db.");

    private final Given<Boolean> remove =
            syntax.flag("--remove", "Delete the file once everything in it is stored and compared.");

    private final Printed<Imported> imported = syntax.prints(EngineForms.IMPORTED);

    ImportCommand(CommandContext context) {
        super(
                context,
                "Bring in an unencrypted database of an older or another program: SQLite or H2.",
                "",
                "It is read whole before anything changes, and compared with what was stored after that.",
                "All tables become records, which an export holds; rows of tables called tasks or todos become to-dos too.",
                "Where the file was imported before, as it is now, nothing is imported twice.");
    }

    @Override
    ExitCode run(Engine engine, Output out) {
        Path database = file.value().toAbsolutePath().normalize();
        ImportedDatabase done = engine.data().importFrom(database, context().follow("Importing"));
        if (remove.value()) {
            engine.data().removeImported(database);
        }
        String tables = done.tables().stream()
                .map(each -> "  " + each.name() + ": " + each.rows() + (each.rows() == 1 ? " row" : " rows"))
                .collect(Collectors.joining("\n"));
        out.print(
                imported,
                new Imported(done, remove.value()),
                "Imported a database of " + done.format() + ", compared by counts and hashes:\n" + tables + "\n"
                        + done.todos() + (done.todos() == 1 ? " to-do was" : " to-dos were") + " made of it.\n"
                        + (remove.value()
                                ? "The file was deleted."
                                : "The file is still there and not encrypted; --remove deletes it."));
        return ExitCode.OK;
    }
}
