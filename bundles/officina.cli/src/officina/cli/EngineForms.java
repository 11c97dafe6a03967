// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.List;
import officina.base.SecretText;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.engine.ExportedData;
import officina.engine.ImportedDatabase;
import officina.engine.Keys;
import officina.engine.Keys.KeyState;

/** Keys, data and the engine itself as JSON. */
final class EngineForms {

    /** What came of importing, and whether the file is gone. */
    record Imported(ImportedDatabase database, boolean removed) {}

    /** What came of erasing, and what was left there. */
    record Erased(Path folder, List<String> left) {}

    /** An engine that listens. */
    record Serving(Path data, Path socket, long process) {}

    static final JsonForm<KeyState> KEY = JsonForm.<KeyState>of("key state", "How the key of the data is kept.")
            .with("storage", JsonKind.oneOf(Keys.Storage.class), "What keeps it.", KeyState::storage)
            .with("text", JsonKind.TEXT, "The same for people.", KeyState::text)
            .with(
                    "phrase",
                    JsonKind.oneOf(Keys.Phrase.class),
                    "Whether there is a recovery phrase, and whether somebody has checked it.",
                    KeyState::phrase);

    static final JsonForm<SecretText> PHRASE = JsonForm.<SecretText>of(
                    "recovery phrase", "The twelve words, which are printed this once.")
            .with("phrase", JsonKind.TEXT, "The words with spaces between.", SecretText::toString);

    static final JsonForm<Check> CHECK = JsonForm.<Check>of(
                    "check", "What was looked at on this machine, and what came of it.")
            .with("id", JsonKind.TEXT, "What it is about; stable.", Check::id)
            .with("title", JsonKind.TEXT, "The same for people.", Check::title)
            .with("result", JsonKind.oneOf(Result.class), "What came of it.", Check::result)
            .with("text", JsonKind.TEXT, "The same for people.", Check::text)
            .with("remedy", JsonKind.TEXT, "What to do; empty where nothing is to be done.", Check::remedy);

    static final JsonForm<Path> BUNDLE = JsonForm.<Path>of("diagnostics bundle", "A file for who looks for a defect.")
            .with("bundle", JsonKind.PATH, "The file.", file -> file);

    static final JsonForm<ExportedData> EXPORTED = JsonForm.<ExportedData>of(
                    "exported data", "What an export has written.")
            .with("file", JsonKind.PATH, "The file.", ExportedData::file)
            .with("encrypted", JsonKind.FLAG, "Whether it is encrypted.", ExportedData::encrypted)
            .with("sessions", JsonKind.NUMBER, "How many conversations.", ExportedData::sessions)
            .with("events", JsonKind.NUMBER, "How many events.", ExportedData::events)
            .with("records", JsonKind.NUMBER, "How many records.", ExportedData::records);

    private static final JsonForm<ImportedDatabase.Table> TABLE = JsonForm.<ImportedDatabase.Table>of(
                    "imported table", "A table of another database.")
            .with("name", JsonKind.TEXT, "Its name.", ImportedDatabase.Table::name)
            .with("rows", JsonKind.NUMBER, "How many rows it has.", ImportedDatabase.Table::rows);

    static final JsonForm<Imported> IMPORTED = JsonForm.<Imported>of(
                    "imported database", "A database of another program that is stored now, whole and compared.")
            .with(
                    "format",
                    JsonKind.TEXT,
                    "`sqlite`, `h2`.",
                    each -> each.database().format())
            .with(
                    "todos",
                    JsonKind.NUMBER,
                    "How many to-dos were made of it.",
                    each -> each.database().todos())
            .with(
                    "tables",
                    JsonKind.many(TABLE),
                    "All of them.",
                    each -> each.database().tables())
            .with("removed", JsonKind.FLAG, "Whether the file was deleted.", Imported::removed);

    static final JsonForm<Erased> ERASED = JsonForm.<Erased>of("erased data", "What came of erasing a data folder.")
            .with("erased", JsonKind.PATH, "The folder.", Erased::folder)
            .with("left", JsonKind.TEXTS, "What Officina has not made and has left there.", Erased::left);

    static final JsonForm<Serving> SERVING = JsonForm.<Serving>of(
                    "engine", "An engine that others can attach to from now on.")
            .with("data", JsonKind.PATH, "The data folder.", Serving::data)
            .with("socket", JsonKind.PATH, "Where it listens.", Serving::socket)
            .with("process", JsonKind.NUMBER, "The number of its process.", Serving::process);

    private EngineForms() {}
}
