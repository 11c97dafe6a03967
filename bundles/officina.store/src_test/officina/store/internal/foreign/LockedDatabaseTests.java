// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import officina.api.error.FailureException;
import officina.store.ForeignDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database keeps its own program away for as long as it is read, and everybody while it is deleted. */
class LockedDatabaseTests {

    private static final long WHOLE = Long.MAX_VALUE;
    /** Where programs of SQLite lock: the first byte, then the ones that readers share. */
    private static final long SQLITE = 0x40000000L;

    @TempDir
    private Path folder;

    private final FileForeignDatabases databases = new FileForeignDatabases();

    private Path sample(String name) throws Exception {
        return new H2Files(folder).sample(name);
    }

    @Test
    void the_program_of_a_database_of_h2_stays_away_from_its_opening_to_its_end() throws Exception {
        Path file = sample("h2-2.5.mv.db");
        try (ForeignDatabase database = databases.open(file)) {
            assertEquals(sha256(file), database.digest());
        }
        try (ForeignDatabase database = databases.open(file)) {
            String digest = database.digest();
            database.tables().forEach(table -> database.rows(table, _ -> {}));
            assertEquals(digest, database.digest());
            assertFalse(OtherProcess.canLock(file, 0, WHOLE, false));
        }
        assertTrue(OtherProcess.canLock(file, 0, WHOLE, false));
    }

    @Test
    void who_writes_a_database_of_sqlite_waits_while_it_is_read_and_nobody_opens_one_that_is_to_be_deleted()
            throws Exception {
        Path file = sample("tasks.db");
        try (ForeignDatabase database = databases.open(file)) {
            assertEquals(64, database.digest().length());
            assertFalse(OtherProcess.canLock(file, SQLITE + 2, 510, false));
            assertTrue(OtherProcess.canLock(file, SQLITE + 2, 510, true));
        }
        try (ForeignDatabase database = databases.openAlone(file)) {
            assertEquals(64, database.digest().length());
            assertFalse(OtherProcess.canLock(file, SQLITE + 2, 510, true));
        }
    }

    @Test
    void what_another_program_reads_can_be_read_and_not_deleted() throws Exception {
        Path file = sample("tasks.db");
        // two openings of one process: what counts is that the second one is refused
        try (FileChannel reader = FileChannel.open(file)) {
            reader.lock(SQLITE + 2, 510, true);
            assertEquals("import.in-use", codeAlone(file));
        }
        databases.openAlone(file).close();
    }

    @Test
    void a_file_that_has_a_log_beside_it_or_is_a_link_is_not_deleted() throws Exception {
        Path file = sample("tasks.db");
        for (String ending : new String[] {"-wal", "-journal"}) {
            Path log = Files.writeString(folder.resolve("tasks.db" + ending), "rows that were committed");
            assertEquals("import.in-use", codeAlone(file));
            Files.delete(log);
        }
        assertEquals("import.unreadable", codeAlone(Files.createSymbolicLink(folder.resolve("link.db"), file)));
        assertEquals("import.unreadable", codeAlone(folder));
        assertEquals("import.unreadable", codeAlone(folder.resolve("nothing")));
        try (ForeignDatabase database = databases.open(file)) {
            assertThrows(IllegalStateException.class, database::erase);
        }
        assertTrue(Files.size(file) > 0);
    }

    @Test
    void an_erased_file_is_gone_and_was_overwritten() throws Exception {
        for (String name : new String[] {"tasks.db", "h2-2.5.mv.db"}) {
            Path file = sample(name);
            long size = Files.size(file);
            try (FileChannel kept = FileChannel.open(Files.createLink(folder.resolve("kept"), file));
                    ForeignDatabase database = databases.openAlone(file)) {
                database.erase();
                assertFalse(Files.exists(file));
                assertEquals(size, kept.size());
            }
            byte[] left = Files.readAllBytes(folder.resolve("kept"));
            assertEquals(size, left.length);
            for (byte each : left) {
                assertEquals(0, each);
            }
            Files.delete(folder.resolve("kept"));
        }
    }

    private String codeAlone(Path file) {
        return assertThrows(
                        FailureException.class, () -> databases.openAlone(file).close())
                .failure()
                .code();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
