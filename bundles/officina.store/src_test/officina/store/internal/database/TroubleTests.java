// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import officina.api.error.FailureException;
import officina.base.Threads;
import officina.store.internal.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What errors of the database do to it. */
class TroubleTests {

    @TempDir
    Path temp;

    @Test
    void a_refused_statement_leaves_the_database_in_use_and_quotes_nothing() {
        try (StoreFolder folder = StoreFolder.take(temp.resolve("store"), new StoreKeys(Stores.KEY));
                Database database = OpenDatabase.open(folder, Instant.EPOCH).database()) {
            FailureException refused = assertThrows(
                    FailureException.class,
                    () -> database.read(sql -> sql.list(row -> 1, "select cast('my secret' as integer)")));
            assertEquals("internal.unexpected", refused.failure().code());
            StringWriter trace = new StringWriter();
            refused.printStackTrace(new PrintWriter(trace));
            assertFalse(trace.toString().contains("my secret"));
            assertEquals(1, database.read(sql -> sql.list(row -> 1, "select 1")).getFirst());
            database.write(sql -> sql.update("delete from run"), count -> assertEquals(0, count));
        }
    }

    @Test
    void after_damage_nothing_more_is_answered() {
        try (StoreFolder folder = StoreFolder.take(temp.resolve("store"), new StoreKeys(Stores.KEY));
                Database database = OpenDatabase.open(folder, Instant.EPOCH).database()) {
            for (int i = 0; i < 2; i++) {
                FailureException damaged = assertThrows(
                        FailureException.class, () -> database.read(sql -> sql.list(row -> 1, "select 1 from lost")));
                assertEquals("store.damaged", damaged.failure().code());
            }
            assertThrows(FailureException.class, () -> database.read(sql -> sql.list(row -> 1, "select 1")));
        }
    }

    @Test
    void what_cannot_be_taken_back_is_not_committed_with_the_next_change() {
        try (StoreFolder folder = StoreFolder.take(temp.resolve("store"), new StoreKeys(Stores.KEY));
                Database database = OpenDatabase.open(folder, Instant.EPOCH).database()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.write(
                            sql -> {
                                sql.update("shutdown immediately");
                                throw new IllegalStateException("in the middle of a change");
                            },
                            none -> {}));
            assertTrue(database.isBroken());
            FailureException refused = assertThrows(
                    FailureException.class, () -> database.write(sql -> sql.update("delete from run"), none -> {}));
            assertEquals("store.io", refused.failure().code());
        }
    }

    @Test
    void closing_does_not_wait_for_ever_for_a_database_that_failed() throws Exception {
        Duration patience = Duration.ofMillis(100);
        try (StoreFolder folder = StoreFolder.take(
                temp.resolve("store"), new StoreKeys(Stores.KEY), StoreFolder.LEAST_GROWTH, patience)) {
            Database database = OpenDatabase.open(folder, Instant.EPOCH).database();
            List<Sql> writer = new ArrayList<>();
            database.write(
                    sql -> {
                        writer.add(sql);
                        return sql.update(
                                "create alias stand_still for \"" + Standstill.class.getName() + ".untilReleased\"");
                    },
                    none -> {});
            // how it ends is of no interest
            Thread still = Threads.start(
                    "stands-still", new FutureTask<>(() -> writer.getFirst().list(row -> 1, "select stand_still()")));
            Standstill.awaitReached();
            assertThrows(FailureException.class, () -> database.read(sql -> sql.list(row -> 1, "select 1 from lost")));
            for (int i = 0; i < 2; i++) {
                FailureException stuck = assertThrows(FailureException.class, database::close);
                assertEquals("store.stuck", stuck.failure().code());
            }
            Standstill.release();
            assertTrue(still.join(Duration.ofSeconds(60)), "the query ends");
            int attempts = 0;
            while (!isClosed(database)) {
                attempts++;
                assertTrue(attempts < 600, "what stood still lets go");
            }
        }
    }

    private static boolean isClosed(Database database) {
        try {
            database.close();
            return true;
        } catch (FailureException e) {
            return false;
        }
    }
}
