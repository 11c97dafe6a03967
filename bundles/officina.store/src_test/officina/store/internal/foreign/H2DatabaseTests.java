// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import officina.store.ForeignDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that H2 itself makes here, and some that older ones have made. */
class H2DatabaseTests {

    @TempDir
    private Path folder;

    private H2Files files() {
        return new H2Files(folder);
    }

    @Test
    void a_database_of_h2_is_read_and_not_changed() throws Exception {
        Path file = files().make(
                        "old",
                        "create table tasks(id int primary key, title varchar, done boolean,"
                                + " cost decimal(10, 2), at timestamp, picture blob)",
                        "insert into tasks values (2, 'Größe', true, 1.50, '2026-11-21 18:00:00', x'0102'),"
                                + " (1, null, false, null, null, null)",
                        "create table empty(a int)");
        byte[] before = Files.readAllBytes(file);
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals("h2", database.format());
            assertEquals(List.of("EMPTY", "TASKS"), database.tables());
            assertEquals(List.of(), H2Files.rows(database, "EMPTY"));
            assertEquals(
                    List.of(
                            "{\"ID\":1,\"DONE\":false}",
                            "{\"ID\":2,\"TITLE\":\"Größe\",\"DONE\":true,\"COST\":1.5,\"AT\":\"2026-11-21 18:00:00\","
                                    + "\"PICTURE\":{\"base64\":\"AQI=\"}}"),
                    H2Files.rows(database, "TASKS"));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void every_type_of_a_column_is_understood() throws Exception {
        Path file = files().make(
                        "types",
                        "create domain mood as enum('glad', 'größer')",
                        "create table t(a tinyint, b smallint, c bigint, d numeric(30, 5), e real, f double precision,"
                                + " g decfloat, h char(3), i varchar_ignorecase, j varbinary, k date, l time(9), m uuid,"
                                + " n timestamp(9) with time zone, o time with time zone, p int array,"
                                + " q enum('x', 'it''s'), r mood, s json, u interval year to month,"
                                + " v interval day to second, w row(y int, z varchar), \"Odd, (näme\" int default 5)",
                        "insert into t values (-1, 300, -5000000000, 12345678901234567890.12345, 0.1, -2.5e300, 1e3,"
                                + " 'ab', 'Ig', x'00ff', date '-0044-03-15', time '01:02:03.5',"
                                + " '00112233-4455-6677-8899-aabbccddeeff', timestamp with time zone"
                                + " '2026-11-22 10:00:00.000000001-03:30', time with time zone '01:02:03+01:00',"
                                + " array[1, null, -70000], 'it''s', 'größer', '[1]' format json,"
                                + " interval '1-2' year to month, interval '-3 04:05:06.5' day to second,"
                                + " row(7, 'seven'), default)",
                        "insert into t(a, e, f, g) values (1, 'NaN', '-Infinity', 'Infinity')");
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals(
                    List.of(
                            "{\"A\":-1,\"B\":300,\"C\":-5000000000,\"D\":12345678901234567890.12345,\"E\":0.1,"
                                    + "\"F\":-2.5E+300,\"G\":1000,\"H\":\"ab \",\"I\":\"Ig\",\"J\":{\"base64\":\"AP8=\"},"
                                    + "\"K\":\"-0044-03-15\",\"L\":\"01:02:03.5\","
                                    + "\"M\":\"00112233-4455-6677-8899-aabbccddeeff\","
                                    + "\"N\":\"2026-11-22 10:00:00.000000001-03:30\",\"O\":\"01:02:03+01\","
                                    + "\"P\":[1,null,-70000],\"Q\":\"it's\",\"R\":\"größer\",\"S\":\"[1]\","
                                    + "\"U\":\"P1Y2M\",\"V\":\"PT-76H-5M-6.5S\",\"W\":[7,\"seven\"],"
                                    + "\"Odd, (näme\":5}",
                            "{\"A\":1,\"E\":\"NaN\",\"F\":\"-Infinity\",\"G\":\"Infinity\",\"Odd, (näme\":5}"),
                    H2Files.rows(database, "T"));
        }
    }

    @Test
    void long_values_many_pages_and_what_was_changed_and_compacted_are_read() throws Exception {
        Path file = folder.resolve("large.mv.db");
        String text = "a long text ".repeat(50_000);
        try (Connection connection = files().connect("large", ";COMPRESS=TRUE")) {
            run(connection, "create table notes(id int primary key, note clob, words varchar)");
            try (var insert = connection.prepareStatement("insert into notes values (?, ?, ?)")) {
                for (int i = 0; i < 2_000; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, i % 500 == 0 ? text + i : "short " + i);
                    insert.setString(3, "words ".repeat(i % 20));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            run(connection, "delete from notes where mod(id, 3) = 1");
            run(connection, "create schema app", "create table app.words as select words from notes where id < 10");
            run(connection, "alter table notes add column later int default 7");
            run(connection, "shutdown compact");
        }
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals(List.of("APP.WORDS", "NOTES"), database.tables());
            assertEquals(7, H2Files.rows(database, "APP.WORDS").size());
            List<Long> ids = new ArrayList<>();
            database.rows("NOTES", row -> {
                long id = row.number("ID", -1);
                ids.add(id);
                assertEquals(id % 500 == 0 ? text + id : "short " + id, row.text("NOTE"));
                assertEquals("words ".repeat((int) (id % 20)), row.text("WORDS"));
                assertEquals(7, row.number("LATER", 0));
            });
            assertEquals(
                    LongStream.range(0, 2_000).filter(id -> id % 3 != 1).boxed().toList(), ids);
        }
    }

    @Test
    void passwords_of_users_guard_nothing_and_encryption_does() throws Exception {
        files().connect("sealed", ";CIPHER=AES").close();
        assertEquals("import.encrypted", H2Files.code(folder.resolve("sealed.mv.db")));
        Path file = files().make("guarded", "create table t(a int)", "insert into t values (1)");
        try (Connection connection = files().connect("guarded", "")) {
            run(connection, "create user somebody password 'secret' admin", "alter user sa set password 'other'");
        }
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals(List.of("{\"A\":1}"), H2Files.rows(database, "T"));
        }
    }

    @Test
    void a_file_of_h2_before_2_is_told_from_a_damaged_one_and_2_0_is_read() throws Exception {
        assertEquals("import.version", H2Files.code(files().sample("h2-1.4.mv.db")));
        Path page = Files.writeString(folder.resolve("old.h2.db"), "-- H2 0.5/B --      \n".repeat(300));
        assertEquals("import.version", H2Files.code(page));
        try (ForeignDatabase database = new FileForeignDatabases().open(files().sample("h2-2.1.mv.db"))) {
            assertEquals(
                    List.of(
                            "{\"ID\":1,\"TITLE\":\"Größe\"}",
                            "{\"ID\":2,\"TITLE\":\"post\",\"NOTE\":\"" + "long ".repeat(200) + "\"}"),
                    H2Files.rows(database, "TASKS"));
        }
    }

    @Test
    void a_database_that_is_open_or_was_not_closed_is_left_to_its_program() throws Exception {
        Path file = folder.resolve("open.mv.db");
        try (Connection connection = files().connect("open", "")) {
            run(connection, "create table t(a int)");
            assertEquals("import.in-use", H2Files.code(file));
            run(connection, "checkpoint sync");
            Files.copy(file, folder.resolve("left.mv.db"));
        }
        assertEquals("import.in-use", H2Files.code(folder.resolve("left.mv.db")));
        Files.write(file, new byte[4096], StandardOpenOption.APPEND);
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals(List.of("T"), database.tables());
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        for (String each : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(each);
            }
        }
    }
}
