// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipFile;
import officina.api.chat.ExecutionMode;
import officina.base.Progress;
import officina.core.run.ActivityQuery;
import officina.engine.ExportedData;
import officina.engine.ImportedDatabase;
import officina.engine.TodoItem;
import officina.engine.Todos.TodoQuery;
import org.junit.jupiter.api.Test;

/** Data of other programs, and all data in one file. */
interface PrivacyContract extends EngineFixture {

    /** Tasks and notes, made by SQLite. */
    String OLD_DATABASE = """
            U1FMaXRlIGZvcm1hdCAzAAIAAQEAQCAgAAAABAAAAAMAAAAAAAAAAAAAAAIAAAAEAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAEAC5jAQ0AAAACAWgAAZgBaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAALgIGFxcXAT10YWJsZW5v
            dGVzbm90ZXMDQ1JFQVRFIFRBQkxFIG5vdGVzKHRleHQpZgEHFxcXAYErdGFibGV0YXNrc3Rhc2tzAkNSRUFURSBUQUJMRSB0YXNr
            cyhpZCBpbnRlZ2VyIHByaW1hcnkga2V5LHRpdGxlIHRleHQsc3RhdHVzIHRleHQsZHVlX2RhdGUgdGV4dCkNAAAAAgG+AAHZAb4A
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABkCBQAtFQBQb3N0IHRoZSBs
            ZXR0ZXJzZG9uZSUBBQAxFSFSZW5ldyB0aGUgcGFzc3BvcnRvcGVuMjAyNi0xMi0xMg0AAAABAfYAAfYAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAQIZQSBub3Rl
            """;

    @Test
    default void a_database_of_another_program_is_brought_in_whole_once_and_deleted_only_on_request() throws Exception {
        Path old =
                Files.write(folder().resolve("old.db"), Base64.getMimeDecoder().decode(OLD_DATABASE));
        // its three rows are read, and one table of them stored; asked in the process of the engine, which hears at
        // once
        assertEquals(
                Progress.CANCELLED,
                codeOf(() -> test().engine().data().importFrom(old, (done, all) -> all == 0 || done < 4)));
        assertEquals(List.of(), engine().todos().list(TodoQuery.ALL));
        ImportedDatabase imported = engine().data().importFrom(old);
        assertEquals(
                new ImportedDatabase(
                        "sqlite",
                        List.of(new ImportedDatabase.Table("notes", 1), new ImportedDatabase.Table("tasks", 2)),
                        2),
                imported);
        assertEquals(imported, engine().data().importFrom(old));
        assertEquals(
                List.of("Post the letters/DONE/null", "Renew the passport/OPEN/2026-12-12"),
                engine().todos().list(TodoQuery.ALL).stream()
                        .map(TodoItem::todo)
                        .map(todo -> todo.title() + "/" + todo.status() + "/" + todo.due())
                        .sorted()
                        .toList());

        assertTrue(Files.exists(old));
        byte[] content = Files.readAllBytes(old);
        content[content.length - 1] ^= 1;
        Files.write(folder().resolve("other.db"), content);
        assertEquals("import.missing", codeOf(() -> engine().data().removeImported(folder().resolve("other.db"))));
        // what its program has committed since is in a file beside it
        Path log = Files.writeString(folder().resolve("old.db-wal"), "rows");
        assertEquals("import.in-use", codeOf(() -> engine().data().removeImported(old)));
        Files.delete(log);
        engine().data().removeImported(old);
        assertFalse(Files.exists(old));
        assertEquals("import.unreadable", codeOf(() -> engine().data().importFrom(old)));
    }

    @Test
    default void all_data_goes_into_one_file_and_the_log_says_so() throws Exception {
        test().say("Remind me to renew the passport by 12 December", ExecutionMode.DIRECT);
        Path file = folder().resolve("all.zip");
        ExportedData exported = engine().data().export(file);
        assertEquals(file, exported.file());
        assertEquals(2, exported.sessions());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(
                    2,
                    zip.stream()
                            .filter(each -> each.getName().startsWith("sessions/"))
                            .count());
            String todos = new String(
                    zip.getInputStream(zip.getEntry("records/todo.jsonl")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(todos.contains("Renew the passport"), todos);
            assertEquals(1, todos.lines().count());
        }
        assertTrue(engine().activity().list(ActivityQuery.NEWEST).stream()
                .anyMatch(entry -> entry.text().equals("Started: Exported all data, not encrypted")));
        assertEquals("transfer.exists", codeOf(() -> engine().data().export(file)));
        Path inside = engine().data().facts().folder().resolve("all.zip");
        assertEquals("data.export-inside", codeOf(() -> engine().data().export(inside)));
        assertTrue(engine().data().facts().bytes() > 1_000);
    }
}
