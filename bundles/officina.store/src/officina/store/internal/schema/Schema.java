// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of a store up to date. */
public final class Schema {

    private final Migrations migrations;

    public Schema() {
        this(List.of("V1__tables.sql", "V2__activity_by_session.sql"));
    }

    /** With these migrations alone, for tests. */
    public Schema(List<String> names) {
        migrations = new Migrations(names);
    }

    /** The version that {@link #update} leads to. */
    public int newest() {
        return migrations.newest();
    }

    /** Whether there are tables, and migrations that they lack. */
    public boolean isOlder(DataSource database) throws SQLException {
        int found = version(database);
        return found > 0 && found < migrations.newest();
    }

    /**
     * Applies the migrations that are missing and returns the version after that. Any other exception means that the
     * tables are not what a migration left behind.
     */
    public int update(DataSource database) throws SQLException, NewerSchemaException {
        int found = version(database);
        if (found > migrations.newest()) {
            throw new NewerSchemaException(found, migrations.newest());
        }
        // Flyway is not asked when there is nothing to do: loading it takes longer than all the rest of opening
        if (found < migrations.newest()) {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .resourceProvider(migrations)
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate();
        }
        return migrations.newest();
    }

    /** The newest migration in Flyway's own table; 0 where there is none. */
    private static int version(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean fresh = number(
                            connection,
                            "select count(*) from information_schema.tables where table_name = 'flyway_schema_history'")
                    == 0;
            return fresh
                    ? 0
                    : number(
                            connection,
                            "select max(cast(version as integer)) from flyway_schema_history where success");
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
