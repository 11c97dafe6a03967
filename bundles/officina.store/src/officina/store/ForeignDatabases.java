// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store;

import java.nio.file.Path;
import java.util.Set;

/** Reads databases that other programs have written, and changes nothing in them; an OSGi service. */
public interface ForeignDatabases {

    /**
     * Opens a database file that is not encrypted, after every page of it was looked at. Nothing that it names is run, and
     * no other file is opened. Trouble is a {@link officina.api.error.FailureException}:
     * {@code import.unknown} for what is neither SQLite nor H2, {@code import.encrypted}, {@code import.in-use} where
     * its own program is at work or left something behind, {@code import.damaged}, {@code import.unsupported} for a table
     * whose rows lie elsewhere or in an unknown form, {@code import.version} for a format older or newer than the known
     * ones, {@code import.unreadable}.
     */
    ForeignDatabase open(Path file);

    /**
     * The same for a file that is to be deleted: until it is closed no program can open the database, and where one has
     * it open it is {@code import.in-use}. A file that may not be written, or is a link, is {@code import.unreadable}.
     */
    ForeignDatabase openAlone(Path file);

    /**
     * Opens a copy of an SQLite database that its own program may have open, as it was at its last commit; nothing of it is
     * locked, and neither it nor what lies beside it is changed. The copy is deleted with this process in any case. Trouble
     * as of {@link #open}; {@code import.in-use}, which is over soon, where its program is in the middle of a change.
     *
     * @param folder where the copy lies, which nobody else may read
     * @param tables the only ones that are read; others may be of forms that are refused otherwise
     */
    ForeignDatabase openCopy(Path file, Path folder, Set<String> tables);
}
