// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import officina.api.error.FailureException;
import officina.store.ForeignDatabase;

/** Any bytes as a database of H2: its rows are read, or it is refused with a failure. */
public final class H2Fuzz {

    private static final Path FILE = temporary();

    private H2Fuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, data);
        try (ForeignDatabase database = new FileForeignDatabases().open(FILE)) {
            database.tables().forEach(table -> database.rows(table, row -> {}));
        } catch (FailureException _) {
            // what its callers expect
        }
    }

    public static List<byte[]> seeds() throws IOException {
        byte[] newest = sample("h2-2.5.mv.db");
        return List.of(
                newest,
                sample("h2-2.1.mv.db"),
                sample("h2-1.4.mv.db"),
                withoutVerb(newest),
                withDomain(),
                withoutType(withDomain()));
    }

    /** A statement that begins with the name of a table. */
    static byte[] withoutVerb(byte[] file) {
        return H2Files.blanked(file, "", "CREATE CACHED TABLE");
    }

    /** A type of its own that ends where it should begin. */
    static byte[] withoutType(byte[] file) {
        return H2Files.blanked(file, "\"DAYS\" AS ", "INTEGER");
    }

    static byte[] withDomain() throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        try {
            Path file = new H2Files(folder)
                    .make("domain", "create domain days as int", "create table t(a days)", "insert into t values (1)");
            byte[] made = Files.readAllBytes(file);
            Files.delete(file);
            return made;
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.delete(folder);
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = H2Fuzz.class.getResourceAsStream("databases/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("fuzz", ".mv.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
