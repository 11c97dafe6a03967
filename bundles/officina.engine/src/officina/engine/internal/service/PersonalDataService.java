// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.base.Progress;
import officina.base.SecretText;
import officina.engine.ExportedData;
import officina.engine.ImportedDatabase;
import officina.engine.PersonalData;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.transfer.DataExport;
import officina.engine.internal.transfer.DatabaseImporter;

/** All data at once. */
final class PersonalDataService implements PersonalData {

    private final Path folder;
    private final DataExport export;
    private final DatabaseImporter importer;
    private final Edits edits;
    private final RecordId project;

    PersonalDataService(Path folder, DataExport export, DatabaseImporter importer, Edits edits, RecordId project) {
        this.folder = folder;
        this.export = export;
        this.importer = importer;
        this.edits = edits;
        this.project = project;
    }

    @Override
    public Facts facts() {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Facts(folder, files.mapToLong(PersonalDataService::size).sum());
        } catch (IOException | UncheckedIOException e) {
            throw new FailureException(
                    Failure.of(
                            "data.unreadable",
                            ErrorKind.RESOURCE,
                            "The files of the data folder cannot be counted now.",
                            "Try again."),
                    e);
        }
    }

    /** A file that went away meanwhile takes no room. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public ImportedDatabase importFrom(Path database, Progress progress) {
        return importer.importFrom(database, progress);
    }

    @Override
    public void removeImported(Path database) {
        importer.remove(database);
        edits.edit(project, "Deleted the file of a database that was imported", _ -> database, (path, _) -> path);
    }

    @Override
    public ExportedData export(Path file, Progress progress) {
        return told(export.write(file, null, progress));
    }

    @Override
    public ExportedData exportSealed(Path file, SecretText passphrase, Progress progress) {
        return told(export.write(file, passphrase, progress));
    }

    private ExportedData told(ExportedData written) {
        String title = written.encrypted() ? "Exported all data, encrypted" : "Exported all data, not encrypted";
        return edits.edit(project, title, _ -> written, (data, _) -> data);
    }
}
