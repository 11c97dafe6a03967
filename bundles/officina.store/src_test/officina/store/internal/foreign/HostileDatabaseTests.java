// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import officina.api.error.FailureException;
import officina.store.ForeignDatabase;
import org.h2.api.Trigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that a stranger has prepared: H2 runs what they name when it opens them, and the reader does not. */
public class HostileDatabaseTests {

    private static final Set<String> RAN = new ConcurrentSkipListSet<>();
    private static final String TASKS = "create table tasks(id int primary key, title varchar)";
    private static final String TASK = "insert into tasks values (1, 'x')";
    private static final String ALIAS =
            "create alias run for \"" + HostileDatabaseTests.class.getName() + ".run(java.lang.String)\"";

    @TempDir
    private Path folder;

    /** What the databases here name. */
    public static String run(String what) {
        RAN.add(what);
        return what;
    }

    /** Named by a trigger. */
    public static final class RunningTrigger implements Trigger {
        public RunningTrigger() {
            run("trigger");
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            run("trigger");
        }
    }

    @BeforeEach
    void nothing_has_run() {
        RAN.clear();
    }

    private Path make(String name, String... statements) throws SQLException {
        Path file = new H2Files(folder).make(name, statements);
        RAN.clear();
        return file;
    }

    private static List<String> tasks(Path file) {
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            database.tables().forEach(table -> H2Files.rows(database, table));
            return H2Files.rows(database, "TASKS");
        }
    }

    @Test
    void a_function_that_a_column_a_default_a_check_or_a_view_calls_is_not_run() throws Exception {
        String row = "insert into t(a) values (1)";
        Map<String, List<String>> places = Map.of(
                "generated", List.of("create table t(a int, b varchar generated always as (run('generated')))", row),
                "default", List.of("create table t(a int, b varchar default run('default'))", row),
                "check", List.of("create table t(a int, check (run('check') <> cast(a as varchar)))", row),
                "domain", List.of("create domain d as varchar default run('domain'); create table t(a int, b d)", row),
                "view", List.of("create view v as select run('view') as a, id from tasks", "select * from v"));
        for (Map.Entry<String, List<String>> place : places.entrySet()) {
            String name = place.getKey();
            Path file = make(name, TASKS, TASK, ALIAS, place.getValue().getFirst());
            assertEquals(List.of("{\"ID\":1,\"TITLE\":\"x\"}"), tasks(file));
            assertEquals(Set.of(), RAN);
            // the same file, used as a database
            new H2Files(folder).make(name, place.getValue().getLast());
            assertNotEquals(Set.of(), RAN, name);
            RAN.clear();
        }
    }

    @Test
    void a_trigger_is_not_loaded() throws Exception {
        Path file = make(
                "trigger",
                TASKS,
                TASK,
                "create trigger t before insert on tasks for each row call \"" + RunningTrigger.class.getName() + "\"");
        assertEquals(List.of("{\"ID\":1,\"TITLE\":\"x\"}"), tasks(file));
        assertEquals(Set.of(), RAN);
        new H2Files(folder).make("trigger", "insert into tasks values (2, 'y')");
        assertNotEquals(Set.of(), RAN);
    }

    @Test
    void source_code_in_a_database_is_not_compiled() throws Exception {
        Path made = folder.resolve("made");
        Path file = make(
                "source",
                TASKS,
                TASK,
                "create alias write deterministic as $$String write() throws Exception {"
                        + " java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + made + "\"), \"\");"
                        + " return \"x\"; }$$",
                "create table t(a int, b varchar default write())");
        Files.deleteIfExists(made);
        assertEquals(List.of("{\"ID\":1,\"TITLE\":\"x\"}"), tasks(file));
        assertEquals(false, Files.exists(made));
    }

    @Test
    void a_table_that_lies_elsewhere_is_refused_and_nobody_is_called() throws Exception {
        try (ServerSocketChannel elsewhere = ServerSocketChannel.open()) {
            elsewhere.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            elsewhere.configureBlocking(false);
            int port = ((InetSocketAddress) elsewhere.getLocalAddress()).getPort();
            Path other = folder.resolve("other");
            Path file = make(
                    "linked",
                    TASKS,
                    TASK,
                    "create force linked table far('', 'jdbc:h2:tcp://127.0.0.1:" + port
                            + "/x;NETWORK_TIMEOUT=100', 'sa', '', 'T')",
                    "create force linked table near('', 'jdbc:h2:file:" + other
                            + ";TRACE_LEVEL_FILE=0', 'sa', '', 'T')");
            Files.deleteIfExists(folder.resolve("other.mv.db"));
            try (var asked = elsewhere.accept()) {
                assertNotEquals(null, asked, "H2 has not called");
            }
            drain(elsewhere);
            FailureException refused = assertThrows(FailureException.class, () -> tasks(file));
            assertEquals("import.unsupported", refused.failure().code());
            assertNull(elsewhere.accept(), "somebody was called");
            try (var left = Files.list(folder)) {
                assertEquals(List.of(file), left.toList());
            }
        }
    }

    private static void drain(ServerSocketChannel elsewhere) throws Exception {
        for (var asked = elsewhere.accept(); asked != null; asked = elsewhere.accept()) {
            asked.close();
        }
    }

    @Test
    void a_file_of_values_that_a_view_reads_is_not_opened_and_one_of_a_table_was_read_before() throws Exception {
        Path values = Files.writeString(folder.resolve("values.csv"), "A\nsecret\n");
        Path file = make(
                "csv",
                TASKS,
                TASK,
                "create view v as select * from csvread('" + values + "')",
                "create table copied as select * from csvread('" + values + "')");
        Files.delete(values);
        assertEquals(List.of("{\"ID\":1,\"TITLE\":\"x\"}"), tasks(file));
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals(List.of("COPIED", "TASKS"), database.tables());
            assertEquals(List.of("{\"A\":\"secret\"}"), H2Files.rows(database, "COPIED"));
        }
    }

    @Test
    void a_table_that_a_class_keeps_is_refused() throws Exception {
        FailureException refused = assertThrows(
                FailureException.class,
                () -> H2Table.parse(
                        H2Words.of("CREATE CACHED TABLE \"PUBLIC\".\"T\"(\n    \"A\" INTEGER\n)\nENGINE \"any.Class\""),
                        Map.of()));
        assertEquals("import.unsupported", refused.failure().code());
    }

    /** The name stands in the file once, and would in every row. */
    @Test
    void a_long_name_of_a_value_that_very_many_rows_have_is_refused_before_they_are_made() throws Exception {
        Path file = make(
                "long",
                TASKS,
                TASK,
                "create table t(a enum('" + "x".repeat(900_000) + "'))",
                "insert into t select 1 from system_range(1, 5000)");
        long[] letters = {0};
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals(1, H2Files.rows(database, "TASKS").size());
            FailureException refused = assertThrows(
                    FailureException.class,
                    () -> database.rows(
                            "T", row -> letters[0] += row.requireText("A").length()));
            assertEquals("import.damaged", refused.failure().code());
            // nor is it read from the start again as if nothing had come of it
            assertThrows(FailureException.class, () -> database.rows("T", row -> letters[0]++));
        }
        assertTrue(letters[0] > 0 && letters[0] <= (64L << 20) + 512 * Files.size(file), () -> letters[0] + " letters");
    }

    @Test
    void names_that_are_longer_than_those_of_h2_are_refused() throws Exception {
        String longest = "n".repeat(256);
        assertEquals(longest, table(longest, longest).columns().getFirst().name());
        assertThrows(IOException.class, () -> table("t", longest + "n"));
        assertThrows(IOException.class, () -> table(longest + "n", "a"));
    }

    private static H2Table table(String name, String column) throws IOException {
        return H2Table.parse(
                H2Words.of("CREATE CACHED TABLE \"PUBLIC\".\"" + name + "\"(\n    \"" + column + "\" INTEGER\n)"),
                Map.of());
    }

    @Test
    void reading_ends_where_pages_are_looked_at_again_and_again() throws Exception {
        H2Budget budget = new H2Budget(1000);
        budget.read((256L << 20) + 16_384 * 1000);
        assertThrows(IOException.class, () -> budget.read(1));
    }

    /** H2 would make bytes in a column of that type objects again, of whatever class they name. */
    @Test
    void an_object_in_a_row_stays_bytes() throws Exception {
        Path file = make("object", TASKS, TASK, "create table t(a java_object)", "insert into t values (x'aced0005')");
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            assertEquals(List.of("{\"A\":{\"base64\":\"rO0ABQ==\"}}"), H2Files.rows(database, "T"));
        }
    }
}
