// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import officina.api.error.FailureException;
import officina.protocol.Json;
import officina.store.ForeignDatabase;

/** Makes databases of H2 in a folder. */
record H2Files(Path folder) {

    Path make(String name, String... statements) throws SQLException {
        try (Connection connection = connect(name, "");
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return folder.resolve(name + ".mv.db");
    }

    /** Without a trace of H2's own: what lies beside the file afterwards is then of the reader. */
    Connection connect(String name, String more) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve(name) + ";TRACE_LEVEL_FILE=0" + more;
        return DriverManager.getConnection(url, "sa", more.contains("CIPHER") ? "file " : "");
    }

    Path sample(String name) throws IOException {
        try (InputStream in = H2Files.class.getResourceAsStream("databases/" + name)) {
            Path file = folder.resolve(name);
            Files.copy(Objects.requireNonNull(in, name), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }

    static String code(Path file) {
        return assertThrows(
                        FailureException.class,
                        () -> new FileForeignDatabases().open(file).close())
                .failure()
                .code();
    }

    static List<String> rows(ForeignDatabase database, String table) {
        List<String> rows = new ArrayList<>();
        database.rows(table, row -> rows.add(Json.text(row)));
        return rows;
    }
}
