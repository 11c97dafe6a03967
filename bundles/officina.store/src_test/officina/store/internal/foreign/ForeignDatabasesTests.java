// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that SQLite itself has made; whole, damaged and of other kinds. */
class ForeignDatabasesTests {

    @TempDir
    private Path folder;

    private final ForeignDatabases databases = new FileForeignDatabases();

    @Test
    void every_row_of_a_table_of_sqlite_is_read_in_the_order_of_its_keys() throws IOException {
        try (ForeignDatabase database = databases.open(sample("tasks.db"))) {
            assertEquals("sqlite", database.format());
            assertEquals(List.of("numbers", "odd, name", "tasks"), database.tables());
            List<JsonObject> rows = rows(database, "tasks");
            // counted and summed by SQLite itself
            assertEquals(120, rows.size());
            assertEquals(21_766, sum(rows, row -> row.number("id", 0)));
            assertEquals(3_170_534_137_668_829_191L, sum(rows, row -> row.number("big", 0)));
            assertEquals(15_460, sum(rows, row -> length(row.text("description"))));
            assertEquals(1_137, sum(rows, row -> blob(row).length));

            assertEquals(-5, rows.getFirst().number("id", 0));
            assertEquals("long ".repeat(2000), rows.getFirst().text("description"));
            assertEquals(
                    "{\"id\":15,\"title\":\"Task 5 Größe \\uD83C\\uDF88\",\"due date\":\"2026-12-06\",\"done\":0,"
                            + "\"secret\":{\"base64\":\"AAECAwQ=\"},\"big\":-32}",
                    officina.protocol.Json.text(rows.get(4)));
        }
    }

    @Test
    void keys_that_stand_for_row_numbers_and_columns_that_came_later_are_understood() throws IOException {
        try (ForeignDatabase database = databases.open(sample("tasks.db"))) {
            assertEquals(List.of(number(-1), number(5), number(300)), rows(database, "numbers"));
            assertEquals(
                    List.of(
                            JsonObject.EMPTY.with("b", "x"),
                            JsonObject.EMPTY.with("a", 1).with("b", "2.5")),
                    rows(database, "odd, name"));
        }
        try (ForeignDatabase database = databases.open(sample("utf16.db"))) {
            assertEquals(List.of(JsonObject.EMPTY.with("a", "Größe \ud83c\udf88")), rows(database, "t"));
        }
    }

    @Test
    void what_cannot_be_read_rightly_is_refused() throws IOException {
        assertEquals("import.unsupported", code(sample("norowid.db")));
        Path file = sample("tasks.db");
        Files.writeString(file.resolveSibling("tasks.db-wal"), "changes");
        assertEquals("import.in-use", code(file));
        assertEquals("import.unknown", code(Files.writeString(folder.resolve("text"), "SQLite format 4 and more")));
        assertEquals("import.unreadable", code(folder.resolve("nothing")));
        assertEquals("import.unreadable", code(folder));
    }

    private static JsonObject number(long number) {
        return JsonObject.EMPTY.with("number", number).with("text", "n" + number);
    }

    private String code(Path file) {
        return assertThrows(FailureException.class, () -> databases.open(file).close())
                .failure()
                .code();
    }

    private static List<JsonObject> rows(ForeignDatabase database, String table) {
        List<JsonObject> rows = new ArrayList<>();
        database.rows(table, rows::add);
        return rows;
    }

    private static long sum(List<JsonObject> rows, ToLongFunction<JsonObject> value) {
        return rows.stream().mapToLong(value).sum();
    }

    private static int length(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static byte[] blob(JsonObject row) {
        return row.get("secret") instanceof JsonObject blob
                ? Base64.getDecoder().decode(blob.requireText("base64"))
                : new byte[0];
    }

    private Path sample(String name) throws IOException {
        try (InputStream in = ForeignDatabasesTests.class.getResourceAsStream("databases/" + name)) {
            Path file = folder.resolve(name);
            Files.deleteIfExists(file);
            Files.copy(Objects.requireNonNull(in, name), file);
            return file;
        }
    }
}
