// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import officina.api.json.JsonObject;
import officina.store.ForeignDatabase;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** A database of H2, opened for reading by H2 itself, as its standard user. */
final class H2Database implements ForeignDatabase {

    static final String ENDING = ".mv.db";

    private final Connection connection;

    private H2Database(Connection connection) {
        this.connection = connection;
    }

    static H2Database open(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw ForeignFailures.unreadable(file, null);
        }
        JdbcDataSource source = new JdbcDataSource();
        // reading changes nothing in the file, and no trace file with words of the database is written beside it
        source.setURL("jdbc:h2:file:" + path.substring(0, path.length() - ENDING.length())
                + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0");
        source.setUser("sa");
        source.setPassword("");
        try {
            return new H2Database(source.getConnection());
        } catch (SQLException e) {
            throw switch (e.getErrorCode()) {
                case ErrorCode.WRONG_USER_OR_PASSWORD, ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
                    ForeignFailures.encrypted(file);
                case ErrorCode.DATABASE_ALREADY_OPEN_1 -> ForeignFailures.inUse(file);
                default -> ForeignFailures.damaged(e);
            };
        }
    }

    @Override
    public String format() {
        return "h2";
    }

    @Override
    public List<String> tables() {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' order by table_name")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
            return tables;
        } catch (SQLException e) {
            throw ForeignFailures.damaged(e);
        }
    }

    @Override
    public void rows(String table, Consumer<JsonObject> reader) {
        String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + quoted + " order by _rowid_")) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                JsonObject row = JsonObject.EMPTY;
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    Object value = found.getObject(i);
                    if (value != null) {
                        row = row.with(columns.getColumnName(i), plain(found, i, value));
                    }
                }
                reader.accept(row);
            }
        } catch (SQLException e) {
            throw ForeignFailures.damaged(e);
        }
    }

    /** Numbers and truth values as they are, bytes in Base64, everything else as the database prints it. */
    private static Object plain(ResultSet row, int column, Object value) throws SQLException {
        return switch (value) {
            case Boolean truth -> truth;
            case Integer number -> number;
            case Long number -> number;
            case java.math.BigDecimal number -> number;
            case byte[] bytes ->
                JsonObject.EMPTY.with("base64", Base64.getEncoder().encodeToString(bytes));
            case java.sql.Blob _ ->
                JsonObject.EMPTY.with("base64", Base64.getEncoder().encodeToString(row.getBytes(column)));
            default -> String.valueOf(row.getString(column));
        };
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw ForeignFailures.damaged(e);
        }
    }
}
