// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import org.osgi.service.component.annotations.Component;

/** Tells formats by the first bytes of the file, as the programs themselves do. */
@Component(service = ForeignDatabases.class)
public final class FileForeignDatabases implements ForeignDatabases {

    private static final String SQLITE = "SQLite format 3\0";

    @Override
    public ForeignDatabase open(Path file) {
        return open(ForeignFile.open(file));
    }

    @Override
    public ForeignDatabase openAlone(Path file) {
        return open(ForeignFile.openAlone(file));
    }

    @Override
    public ForeignDatabase openCopy(Path file, Path folder, Set<String> tables) {
        return open(SqliteCopy.of(file, folder), copy -> {
            if (!copy.head().equals(SQLITE)) {
                throw ForeignFailures.unknown(file);
            }
            return SqliteDatabase.openCopy(copy, tables);
        });
    }

    private static ForeignDatabase open(ForeignFile file) {
        return open(file, FileForeignDatabases::read);
    }

    /** Reads what a file is. */
    private interface Opening {
        ForeignDatabase of(ForeignFile file) throws IOException;
    }

    private static ForeignDatabase open(ForeignFile file, Opening opening) {
        boolean opened = false;
        try {
            ForeignDatabase database = ForeignFailures.reading(() -> opening.of(file));
            opened = true;
            return database;
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static ForeignDatabase read(ForeignFile file) throws IOException {
        String head = file.head();
        if (head.equals(SQLITE)) {
            return SqliteDatabase.open(file);
        }
        if (head.startsWith("H2encrypt")) {
            throw ForeignFailures.encrypted(file.path());
        }
        if (head.startsWith("-- H2 0.5/")) {
            throw ForeignFailures.madeByOldH2(file.path());
        }
        if (head.startsWith("H:2,")) {
            return H2Database.open(file);
        }
        throw ForeignFailures.unknown(file.path());
    }
}
