// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import officina.store.internal.Stores;
import officina.store.internal.schema.Schema;

/** A look below the store, at a folder that no store has open. */
public final class RawDatabase {

    private RawDatabase() {}

    /** What is done with the connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    public static <T> T in(Path folder, Work<T> work) {
        return in(folder, new Schema(), work);
    }

    /** The same with tables of that version. */
    public static <T> T in(Path folder, Schema schema, Work<T> work) {
        try (StoreFolder taken = StoreFolder.take(folder, new StoreKeys(Stores.KEY))) {
            Database database = OpenDatabase.open(taken, Instant.EPOCH, schema).database();
            try (Connection connection = database.source().getConnection()) {
                return work.run(connection);
            } finally {
                database.close();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static void execute(Path folder, String... statements) {
        execute(folder, new Schema(), statements);
    }

    /** The same with tables of that version. */
    public static void execute(Path folder, Schema schema, String... statements) {
        in(folder, schema, connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return null;
        });
    }

    /** Every row of every table, as text. */
    public static Map<String, List<String>> rows(Path folder) {
        return in(folder, connection -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : column(
                    connection,
                    "select table_name from information_schema.tables"
                            + " where table_schema = 'public' and table_name <> 'flyway_schema_history'")) {
                rows.put(
                        table,
                        rows(connection, "select * from " + table).stream()
                                .sorted()
                                .toList());
            }
            return rows;
        });
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    /** The rows of a query, each as the text of its columns. */
    public static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join("|", columns.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }
}
