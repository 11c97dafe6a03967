// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** A copy in which blanks stand where the only such words of a statement were; the pages keep no sums of them. */
    static byte[] blanked(byte[] file, String before, String words) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(before + words);
        if (at < 0) {
            throw new IllegalArgumentException("nowhere in the file: " + words);
        }
        byte[] copy = file.clone();
        Arrays.fill(copy, at + before.length(), at + before.length() + words.length(), (byte) ' ');
        return copy;
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
