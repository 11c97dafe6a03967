// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result; columns by name. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public UUID uuid(String column) throws SQLException {
        return Objects.requireNonNull(uuidOrNull(column), column);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    /** The number; 0 where the column holds none. */
    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public Instant instant(String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
