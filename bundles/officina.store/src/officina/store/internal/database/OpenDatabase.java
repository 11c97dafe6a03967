// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import officina.base.Redacted;
import officina.store.internal.schema.NewerSchemaException;
import officina.store.internal.schema.Schema;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database with its tables up to date.
 *
 * @param schema the version of the tables
 * @param movedAside where the damaged database lies that this one replaces
 */
public record OpenDatabase(
        Database database, int schema, @Nullable Path movedAside) {

    private static final Logger log = LoggerFactory.getLogger(OpenDatabase.class);

    /**
     * Opens what is in the folder. What cannot be opened although the key is right and the disk works is damaged: it is
     * moved aside, and an empty database takes its place. Nothing is lost by that: the store is made of the journal.
     */
    public static OpenDatabase open(StoreFolder folder, Instant now) {
        try {
            Path aside = folder.knownDamaged() ? folder.moveAside(now) : null;
            try {
                return opened(folder, aside);
            } catch (SQLException | FlywayException e) {
                if (aside != null || StoreFailures.isFull(folder.path())) {
                    throw StoreFailures.io(folder.path(), e);
                }
                if (Trouble.of(e) == Trouble.LOCKED) {
                    throw StoreFailures.inUse(e);
                }
                log.warn("The store cannot be opened; it is moved aside and made anew", Redacted.of(e));
                return opened(folder, folder.moveAside(now));
            }
        } catch (IOException | SQLException | FlywayException e) {
            throw StoreFailures.io(folder.path(), e);
        }
    }

    private static OpenDatabase opened(StoreFolder folder, @Nullable Path aside) throws SQLException {
        Database database = Database.open(folder);
        try {
            return new OpenDatabase(database, new Schema().update(database.source()), aside);
        } catch (NewerSchemaException e) {
            database.close();
            throw StoreFailures.newer();
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
