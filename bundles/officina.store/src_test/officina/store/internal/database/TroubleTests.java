// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import officina.api.error.FailureException;
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
}
