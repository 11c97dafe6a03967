// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.store.ForeignDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that SQLite had open when its files were taken, with a log beside it: committed is what row 3 and the end say. */
class CopiedDatabaseTests {

    private static final Set<String> TABLES = Set.of("t");

    @TempDir
    private Path folder;

    private final FileForeignDatabases databases = new FileForeignDatabases();
    private Path file;
    private Path log;
    private Path copies;

    @BeforeEach
    void files() throws IOException {
        file = folder.resolve("log.db");
        log = folder.resolve("log.db-wal");
        copies = Files.createDirectory(folder.resolve("copies"));
        for (Path each : List.of(file, log)) {
            try (InputStream in = CopiedDatabaseTests.class.getResourceAsStream("databases/" + each.getFileName())) {
                Files.copy(Objects.requireNonNull(in), each);
            }
        }
    }

    private Map<Long, String> rows() throws IOException {
        Map<Long, String> rows = new TreeMap<>();
        try (ForeignDatabase database = databases.openCopy(file, copies, TABLES)) {
            assertEquals(List.of("t"), database.tables());
            database.rows("t", row -> rows.put(row.number("a", -1), row.requireText("b")));
        }
        try (Stream<Path> left = Files.list(copies)) {
            assertEquals(0, left.count());
        }
        return rows;
    }

    private String code() {
        return assertThrows(FailureException.class, this::rows).failure().code();
    }

    @Test
    void what_was_committed_into_the_log_is_read_what_was_not_is_not_and_nothing_is_changed() throws Exception {
        byte[] before = Files.readAllBytes(file);
        byte[] logBefore = Files.readAllBytes(log);
        Map<Long, String> rows = rows();
        assertEquals(15, rows.size());
        assertEquals("new", rows.get(3L));
        assertEquals("old ".repeat(20), rows.get(14L));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertArrayEquals(logBefore, Files.readAllBytes(log));
        assertEquals(
                "import.in-use",
                assertThrows(FailureException.class, () -> databases.open(file))
                        .failure()
                        .code());
    }

    @Test
    void without_the_log_it_is_as_it_was_before_and_of_a_torn_one_the_last_whole_change_counts() throws Exception {
        byte[] whole = Files.readAllBytes(log);
        Files.delete(log);
        assertEquals(20, rows().size());
        // the first change takes one page, the second ends the log that was committed
        Files.write(log, java.util.Arrays.copyOf(whole, 32 + 24 + 512 + 100));
        Map<Long, String> rows = rows();
        assertEquals(20, rows.size());
        assertEquals("new", rows.get(3L));
        Files.write(log, new byte[] {1, 2, 3});
        assertEquals(20, rows().size());
    }

    @Test
    void a_page_of_the_log_with_another_letter_ends_it() throws Exception {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'x'}), 32 + 24 + 511);
        }
        Map<Long, String> rows = rows();
        assertEquals("old ".repeat(20), rows.get(3L));
        assertEquals(20, rows.size());
    }

    @Test
    void a_journal_with_what_would_be_undone_says_that_it_is_being_changed() throws Exception {
        Path journal = folder.resolve("log.db-journal");
        Files.write(journal, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1});
        assertEquals(15, rows().size());
        Files.write(
                journal, new byte[] {(byte) 0xd9, (byte) 0xd5, 5, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, (byte) 0xd7});
        assertEquals("import.in-use", code());
    }

    @Test
    void what_is_no_database_or_damaged_is_refused() throws Exception {
        Files.delete(log);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1_000);
        }
        assertEquals("import.damaged", code());
        Files.writeString(file, "H:2,block:1");
        assertEquals("import.unknown", code());
        Files.delete(file);
        assertEquals("import.unreadable", code());
    }
}
