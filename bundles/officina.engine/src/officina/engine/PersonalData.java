// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import officina.base.Progress;
import officina.base.SecretText;

/** All of the person's data at once. Erasing it is {@link EngineFactory#erase}, because no engine survives that. */
public interface PersonalData {

    /** Where the data lies and how much it is; counts the files. */
    Facts facts();

    /**
     * Writes everything into a new file that anybody who can read it can read: it is not encrypted. The format is
     * described in {@code docs/reference/export.md}. What happens meanwhile is not in it. {@code transfer.exists},
     * {@code transfer.unwritable}, {@code data.export-inside}, {@code work.cancelled}: none of them leaves anything of
     * the file behind.
     *
     * @param file absolute, on the machine of the engine, outside the data folder
     * @param progress counts events
     */
    ExportedData export(Path file, Progress progress);

    /** The same, followed by nobody. */
    default ExportedData export(Path file) {
        return export(file, Progress.NONE);
    }

    /**
     * The same, encrypted (format of age). An engine that is reached from another process refuses it with
     * {@code data.local-only}: a passphrase does not travel.
     *
     * @param passphrase stays the caller's to close
     */
    ExportedData exportSealed(Path file, SecretText passphrase, Progress progress);

    /**
     * Brings in all tables of an unencrypted database of an older or another program, SQLite or H2, as records; rows of
     * a table of tasks become to-dos as well. The whole file is read before anything is written, and compared with what
     * was stored after that, by counts and hashes. The file stays as it is. Called again after it was cut short, it goes
     * on. {@code import.*} as of {@link officina.store.ForeignDatabases}; {@code import.empty} for one without tables;
     * {@code import.differs} when the comparison fails. One that is cancelled ({@code work.cancelled}) is taken back, but for to-dos that were changed meanwhile.
     *
     * @param database absolute, on the machine of the engine
     * @param progress counts rows, each three times: read, stored, compared; how many there are is not known before all
     *     are read
     */
    ImportedDatabase importFrom(Path database, Progress progress);

    /** The same, followed by nobody. */
    default ImportedDatabase importFrom(Path database) {
        return importFrom(database, Progress.NONE);
    }

    /**
     * Deletes the file of a database that was imported, after comparing again what was stored. It is opened as for an
     * import, and nobody else can open the database before it is gone. {@code import.missing} for a file that was not
     * imported as it is now, {@code import.in-use} where a program has it open or has left changes beside it, {@code
     * import.nothing} where no row came from it, {@code import.differs}, {@code import.unreadable}, and what else an
     * import gives for what is no longer a database.
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
