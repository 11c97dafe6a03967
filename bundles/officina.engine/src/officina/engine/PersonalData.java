// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;

/** All of the person's data at once. Erasing it is {@link EngineFactory#erase}, because no engine survives that. */
public interface PersonalData {

    /** Where the data lies and how much it is; counts the files. */
    Facts facts();

    /**
     * Writes everything into a new file that anybody who can read it can read: it is not encrypted. The format is
     * described in {@code docs/reference/export.md}. What happens meanwhile is not in it. {@code transfer.exists},
     * {@code transfer.unwritable}, {@code data.export-inside}.
     *
     * @param file absolute, on the machine of the engine, outside the data folder
     */
    ExportedData export(Path file);

    /**
     * The same, encrypted where the order has a passphrase, telling how far it is. {@code transfer.exists},
     * {@code transfer.unwritable}, {@code data.export-inside}, {@code data.export-cancelled}. None of them leaves a file
     * behind. An engine that is reached from another process tells no progress, and refuses a passphrase with
     * {@code data.local-only}.
     */
    ExportedData export(ExportOrder order, ExportProgress progress);

    /**
     * Brings in all tables of an unencrypted database of an older or another program, SQLite or H2, as records; rows of
     * a table of tasks become to-dos as well. The whole file is read before anything is written, and compared with what
     * was stored after that, by counts and hashes. The file stays as it is. Called again after it was cut short, it goes
     * on. {@code import.*} as of {@link officina.store.ForeignDatabases}; {@code import.differs} when the comparison
     * fails.
     *
     * @param database absolute, on the machine of the engine
     */
    ImportedDatabase importFrom(Path database);

    /**
     * Deletes the file of a database that was imported, after comparing again what was stored. {@code import.missing}
     * for a file that was not imported as it is now, {@code import.differs}, {@code import.unreadable}.
     */
    void removeImported(Path database);

    /**
     * What there is.
     *
     * @param folder where it lies
     * @param bytes what it takes on the disk
     */
    record Facts(Path folder, long bytes) {}
}
