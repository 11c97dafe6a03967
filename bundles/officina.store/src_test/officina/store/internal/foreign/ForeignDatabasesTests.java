// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that SQLite itself has made, and databases of H2; whole, damaged and of other kinds. */
class ForeignDatabasesTests {

    private static final int SEED = 7;
    private static final int DAMAGES = 400;

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

    @Test
    void a_damaged_file_is_a_failure_and_neither_an_error_nor_an_end() throws IOException {
        byte[] whole = Files.readAllBytes(sample("tasks.db"));
        Random random = new Random(SEED);
        Set<String> known = Set.of("import.damaged", "import.unsupported");
        int failed = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged =
                    i % 10 == 0 ? Arrays.copyOf(whole, 100 + random.nextInt(whole.length - 100)) : whole.clone();
            for (int j = 0; j < 3; j++) {
                // what matters most lies in the first pages
                damaged[16 + random.nextInt(i % 2 == 0 ? 2_000 : damaged.length - 16) % (damaged.length - 16)] =
                        (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try (ForeignDatabase database = databases.open(file)) {
                database.tables().forEach(name -> rows(database, name));
            } catch (FailureException e) {
                assertTrue(known.contains(e.failure().code()), e.failure().code());
                failed++;
            }
        }
        assertTrue(failed > DAMAGES / 10, "only " + failed + " were noticed");
    }

    @Test
    void a_database_of_h2_is_read_and_not_changed() throws Exception {
        Path file = folder.resolve("old.mv.db");
        try (Connection connection = h2("old", "")) {
            connection
                    .createStatement()
                    .execute("create table tasks(id int primary key, title varchar, done boolean,"
                            + " cost decimal(10, 2), at timestamp, picture blob)");
            connection
                    .createStatement()
                    .execute("insert into tasks values (2, 'Größe', true, 1.50,"
                            + " '2026-11-21 18:00:00', x'0102'), (1, null, false, null, null, null)");
            connection.createStatement().execute("create table empty(a int)");
        }
        byte[] before = Files.readAllBytes(file);
        try (ForeignDatabase database = databases.open(file)) {
            assertEquals("h2", database.format());
            assertEquals(List.of("EMPTY", "TASKS"), database.tables());
            assertEquals(List.of(), rows(database, "EMPTY"));
            assertEquals(
                    List.of(
                            "{\"ID\":1,\"DONE\":false}",
                            "{\"ID\":2,\"TITLE\":\"Größe\",\"DONE\":true,\"COST\":1.5,\"AT\":\"2026-11-21 18:00:00\","
                                    + "\"PICTURE\":{\"base64\":\"AQI=\"}}"),
                    rows(database, "TASKS").stream()
                            .map(officina.protocol.Json::text)
                            .toList());
        }
        assertTrue(Arrays.equals(before, Files.readAllBytes(file)), "the file was changed");
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void a_database_of_h2_that_is_protected_is_refused() throws Exception {
        h2("sealed", ";CIPHER=AES").close();
        assertEquals("import.encrypted", code(folder.resolve("sealed.mv.db")));
        try (Connection connection = h2("guarded", "")) {
            connection.createStatement().execute("alter user sa set password 'secret'");
        }
        assertEquals("import.encrypted", code(folder.resolve("guarded.mv.db")));
    }

    private Connection h2(String name, String more) throws SQLException {
        String password = more.isEmpty() ? "" : "file ";
        // without a trace of its own: what lies beside the file afterwards is then of the reader
        String url = "jdbc:h2:file:" + folder.resolve(name) + ";TRACE_LEVEL_FILE=0" + more;
        return DriverManager.getConnection(url, "sa", password);
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
