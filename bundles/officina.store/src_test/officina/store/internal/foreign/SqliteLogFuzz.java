// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import officina.api.error.FailureException;
import officina.store.ForeignDatabase;

/** Any bytes as the log beside a database of SQLite: what it says is read, or it is passed over or refused. */
public final class SqliteLogFuzz {

    private static final Path FOLDER = folder();

    private SqliteLogFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FOLDER.resolve("log.db-wal"), data);
        try (ForeignDatabase database =
                new FileForeignDatabases().openCopy(FOLDER.resolve("log.db"), FOLDER, Set.of("t"))) {
            database.tables().forEach(table -> database.rows(table, row -> {}));
        } catch (FailureException _) {
            // what its callers expect
        }
    }

    public static List<byte[]> seeds() throws IOException {
        return List.of(sample("log.db-wal"));
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = SqliteLogFuzz.class.getResourceAsStream("databases/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            Files.write(folder.resolve("log.db"), sample("log.db"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
