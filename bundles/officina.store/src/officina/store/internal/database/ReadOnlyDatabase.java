// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/** Reads from a database that nobody has open, without changing a byte of it. */
public final class ReadOnlyDatabase {

    private static final String URL = "jdbc:h2:async:%s;CIPHER=AES;ACCESS_MODE_DATA=r;IFEXISTS=TRUE"
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";

    private ReadOnlyDatabase() {}

    /** Blocks while the work does. */
    public static <T> T read(Path folder, StoreKeys keys, SqlWork<T> work) throws SQLException {
        Path database = folder.toAbsolutePath().normalize().resolve("officina");
        if (database.toString().indexOf(';') >= 0) {
            throw StoreFailures.badPath();
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(URL.formatted(database));
        source.setUser("officina");
        source.setPasswordChars(keys.password());
        try (Connection connection = source.getConnection()) {
            try {
                return work.run(new Sql(connection));
            } finally {
                shutDown(connection);
            }
        }
    }

    /** The file says that a database stays open when its last connection is closed; then it could be read only. */
    private static void shutDown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }
}
