// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import officina.base.DurableFiles;
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
 * @param copy where the copy lies from before the tables were changed, just now
 */
public record OpenDatabase(
        Database database,
        int schema,
        @Nullable Path movedAside,
        @Nullable Path copy) {

    private static final Logger log = LoggerFactory.getLogger(OpenDatabase.class);

    /** More than a copy is needed, in bytes: the tables may grow. */
    private static final long ROOM_BESIDE = 16L << 20;

    /** With the tables of this version. */
    public static OpenDatabase open(StoreFolder folder, Instant now) {
        return open(folder, now, new Schema());
    }

    /**
     * Opens what is in the folder. What cannot be opened although the key is right and the disk works is damaged: it is
     * moved aside, and an empty database takes its place. Nothing is lost by that: the store is made of the journal.
     * Older tables are copied before they are changed: {@code store.not-copied}, {@code store.not-migrated}.
     */
    public static OpenDatabase open(StoreFolder folder, Instant now, Schema schema) {
        try {
            Path aside = folder.knownDamaged() ? folder.moveAside(now) : null;
            compact(folder);
            try {
                return opened(folder, schema, aside);
            } catch (SQLException | FlywayException e) {
                if (aside != null || StoreFailures.isFull(folder.path())) {
                    throw StoreFailures.io(folder.path(), e);
                }
                if (Trouble.of(e) == Trouble.LOCKED) {
                    throw StoreFailures.inUse(e);
                }
                log.warn("The store cannot be opened; it is moved aside and made anew", Redacted.of(e));
                return opened(folder, schema, folder.moveAside(now));
            }
        } catch (IOException | SQLException | FlywayException e) {
            throw StoreFailures.io(folder.path(), e);
        }
    }

    /** Where that is not possible now the file grows on. */
    private static void compact(StoreFolder folder) {
        if (folder.file().isOvergrown()) {
            try {
                Compaction.run(folder);
            } catch (IOException | SQLException e) {
                log.warn("The store could not be compacted", Redacted.of(e));
                folder.file().acceptLength();
            }
        }
    }

    private static OpenDatabase opened(StoreFolder folder, Schema schema, @Nullable Path aside)
            throws SQLException, IOException {
        Database database = Database.open(folder);
        boolean older;
        try {
            older = schema.isOlder(database.source());
            if (!older) {
                return new OpenDatabase(database, schema.update(database.source()), aside, null);
            }
        } catch (NewerSchemaException e) {
            database.close();
            throw StoreFailures.newer();
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
        database.close();
        return migrated(folder, schema);
    }

    /** Changes the tables of a closed store; what throws leaves them as they were. */
    private static OpenDatabase migrated(StoreFolder folder, Schema schema) throws SQLException, IOException {
        StoreCopy copy = new StoreCopy(folder.path(), schema.newest());
        if (copy.exists()) {
            log.warn("changing the tables of the store was cut short; it begins again with the copy from before");
            copy.putBack(folder.file());
        } else {
            copy(folder, copy);
        }
        Database database = Database.open(folder);
        try {
            return new OpenDatabase(database, schema.update(database.source()), null, copy.folder());
        } catch (SQLException | FlywayException | NewerSchemaException e) {
            database.close();
            copy.putBack(folder.file());
            if (StoreFailures.isFull(folder.path())) {
                throw StoreFailures.io(folder.path(), e);
            }
            throw StoreFailures.notMigrated(copy.folder(), e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void copy(StoreFolder folder, StoreCopy copy) throws IOException {
        long size = copy.size();
        if (DurableFiles.lacksRoom(folder.path(), size + ROOM_BESIDE)) {
            throw StoreFailures.noRoomToCopy(size + ROOM_BESIDE);
        }
        try {
            copy.make();
        } catch (IOException e) {
            throw StoreFailures.notCopied(e);
        }
    }
}
