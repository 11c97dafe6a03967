// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static officina.store.internal.ApplyTests.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import officina.api.event.EventEnvelope;
import officina.store.Store;
import officina.store.StoreHealth;
import officina.store.internal.database.RawDatabase;
import officina.store.internal.schema.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found when a store is opened, and what is done about it. */
class OpeningTests {

    @TempDir
    Path temp;

    private Path folder = Path.of("");
    private final List<EventEnvelope> events = RandomStory.events(3, 600);

    @BeforeEach
    void folder() {
        folder = temp.resolve("data").resolve("store");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<Path> siblings() throws IOException {
        try (Stream<Path> files = Files.list(folder.getParent())) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }

    private void assertNoTrace() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".trace.db")));
        }
    }

    /** Opens what is damaged and fills it again. */
    private void assertMadeAnew() throws IOException {
        List<String> expected;
        try (Store whole = Stores.with(temp.resolve("whole"), events)) {
            expected = Stores.content(whole);
        }
        try (Store store = Stores.open(folder)) {
            assertEquals(0, store.highWater());
            StoreHealth health = store.health();
            assertEquals(folder.resolveSibling("store.damaged-20261121T080000Z"), health.movedAside());
            assertEquals(1, health.remarks().size());
            store.apply(events);
            Stores.assertSame(expected, Stores.content(store));
        }
        assertTrue(Files.exists(folder.resolveSibling("store.damaged-20261121T080000Z")));
        assertNoTrace();
        try (Store store = Stores.open(folder)) {
            assertEquals(events.size(), store.highWater());
            assertNull(store.health().movedAside());
        }
    }

    @Test
    void a_new_store_is_well() throws IOException {
        try (Store store = Stores.open(folder)) {
            StoreHealth health = store.health();
            assertEquals(new StoreHealth(0, new Schema().newest(), health.bytes(), null, List.of()), health);
            assertTrue(health.bytes() > 0);
        }
        assertEquals(List.of(), siblings());
        assertNoTrace();
    }

    @Test
    void another_key_is_refused_and_changes_nothing() throws IOException {
        Stores.with(folder, events).close();
        byte[] before = Files.readAllBytes(file("officina.mv.db"));
        assertFails("store.wrong-key", () -> new H2StoreFactory().open(folder, Stores.key(2)));
        assertTrue(Arrays.equals(before, Files.readAllBytes(file("officina.mv.db"))));
        assertEquals(List.of(), siblings());
        assertNoTrace();
        try (Store store = Stores.open(folder)) {
            assertEquals(events.size(), store.highWater());
        }
    }

    @Test
    void a_key_proof_that_is_lost_or_broken_is_written_again() throws IOException {
        Stores.with(folder, events).close();
        Files.delete(file("key"));
        try (Store store = Stores.open(folder)) {
            assertEquals(events.size(), store.highWater());
        }
        Files.writeString(file("key"), "nonsense");
        try (Store store = Stores.open(folder)) {
            assertEquals(events.size(), store.highWater());
        }
        assertFails("store.wrong-key", () -> new H2StoreFactory().open(folder, Stores.key(2)));
    }

    @Test
    void a_file_that_is_no_database_is_moved_aside() throws IOException {
        Stores.with(folder, events).close();
        Files.writeString(file("officina.mv.db"), "This is not a database.");
        assertMadeAnew();
    }

    @Test
    void an_empty_file_is_moved_aside() throws IOException {
        Stores.with(folder, events).close();
        Files.write(file("officina.mv.db"), new byte[0]);
        assertMadeAnew();
    }

    @Test
    void a_file_that_was_cut_is_moved_aside() throws IOException {
        Stores.with(folder, events).close();
        try (FileChannel channel = FileChannel.open(file("officina.mv.db"), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertMadeAnew();
    }

    @Test
    void a_single_changed_byte_is_noticed() throws IOException {
        Stores.with(folder, events).close();
        byte[] bytes = Files.readAllBytes(file("officina.mv.db"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file("officina.mv.db"), bytes);
        assertMadeAnew();
    }

    @Test
    void a_lost_database_is_noticed() throws IOException {
        Stores.with(folder, events).close();
        Files.delete(file("officina.mv.db"));
        assertMadeAnew();
    }

    @Test
    void a_file_of_noise_is_moved_aside() throws IOException {
        Stores.with(folder, events).close();
        byte[] noise = new byte[(int) Files.size(file("officina.mv.db"))];
        new Random(5).nextBytes(noise);
        Files.write(file("officina.mv.db"), noise);
        assertMadeAnew();
    }

    @Test
    void what_was_written_after_the_last_checkpoint_is_cut_off() throws IOException {
        Stores.with(folder, events).close();
        byte[] whole = Files.readAllBytes(file("officina.mv.db"));
        byte[] after = Arrays.copyOf(whole, whole.length + 20_000);
        Arrays.fill(after, whole.length, after.length, (byte) 7);
        Arrays.fill(after, 4_096, 12_288, (byte) 7);
        Files.write(file("officina.mv.db"), after);
        try (Store store = Stores.open(folder)) {
            assertEquals(events.size(), store.highWater());
            assertNull(store.health().movedAside());
        }
    }

    @Test
    void a_checkpoint_that_was_changed_is_noticed() throws IOException {
        Stores.with(folder, events).close();
        byte[] bytes = Files.readAllBytes(file("checkpoint"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file("checkpoint"), bytes);
        assertMadeAnew();
    }

    @Test
    void a_store_without_a_checkpoint_which_an_older_version_made_is_made_anew() throws IOException {
        Stores.with(folder, events).close();
        Files.delete(file("checkpoint"));
        try (Store store = Stores.open(folder)) {
            assertEquals(0, store.highWater());
            assertEquals(List.of(), siblings());
            store.apply(events);
        }
        try (Store store = Stores.open(folder)) {
            assertEquals(events.size(), store.highWater());
        }
    }

    @Test
    void tables_that_are_not_what_a_migration_left_are_moved_aside() throws IOException {
        Stores.with(folder, events).close();
        RawDatabase.execute(folder, "drop table store_state");
        assertMadeAnew();
    }

    @Test
    void a_first_migration_that_was_cut_off_is_moved_aside() throws IOException {
        Stores.open(folder).close();
        RawDatabase.execute(folder, "delete from flyway_schema_history", "drop table activity");
        assertMadeAnew();
    }

    @Test
    void damage_twice_in_a_second_keeps_both() throws IOException {
        for (int i = 0; i < 2; i++) {
            Stores.with(folder, events).close();
            Files.write(file("officina.mv.db"), new byte[100]);
            Stores.open(folder).close();
        }
        assertEquals(2, siblings().size());
    }

    @Test
    void of_many_damaged_stores_the_newest_three_are_kept() throws IOException {
        for (int i = 0; i < 5; i++) {
            Stores.open(folder).close();
            Files.write(file("officina.mv.db"), new byte[100]);
            Instant now = Instant.parse("2026-11-21T08:00:00Z").plusSeconds(i);
            new H2StoreFactory(() -> now).open(folder, Stores.KEY).close();
        }
        assertEquals(
                List.of(
                        "store.damaged-20261121T080002Z",
                        "store.damaged-20261121T080003Z",
                        "store.damaged-20261121T080004Z"),
                siblings().stream()
                        .map(path -> path.getFileName().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void a_mark_that_disagrees_with_the_rows_counts_as_damage() throws IOException {
        Stores.with(folder, events).close();
        RawDatabase.execute(folder, "update store_state set position = position - 50");
        try (Store store = Stores.open(folder)) {
            int mark = (int) store.highWater();
            assertFails("store.damaged", () -> store.apply(events.subList(mark, events.size())));
            assertFails("store.damaged", store::activitySources);
        }
        assertMadeAnew();
    }

    @Test
    void tables_of_a_newer_version_are_left_alone() throws IOException {
        Stores.with(folder, events).close();
        RawDatabase.execute(
                folder,
                "insert into flyway_schema_history select 99, '99', 'x', type, script, 1, installed_by, installed_on, 1, true"
                        + " from flyway_schema_history where installed_rank = 1");
        assertFails("engine.newer-data", () -> Stores.open(folder));
        assertFails("engine.newer-data", () -> Stores.open(folder));
        assertEquals(List.of(), siblings());
    }

    @Test
    void content_made_by_newer_rules_is_left_alone() throws IOException {
        Stores.with(folder, events).close();
        RawDatabase.execute(folder, "update store_state set projection = projection + 1");
        assertFails("engine.newer-data", () -> Stores.open(folder));
        assertEquals(List.of(), siblings());
    }

    @Test
    void content_made_by_older_rules_is_emptied_and_made_anew() throws IOException {
        Stores.with(folder, events).close();
        RawDatabase.execute(folder, "update store_state set projection = projection - 1");
        try (Store store = Stores.open(folder)) {
            assertEquals(0, store.highWater());
            assertEquals(List.of(), store.activitySources());
        }
        assertEquals(List.of(), siblings());
    }

    @Test
    void an_open_store_cannot_be_opened_again_by_this_process() {
        try (Store store = Stores.open(folder)) {
            assertFails("engine.in-use", () -> Stores.open(folder));
            assertEquals(0, store.highWater());
        }
        Stores.open(folder).close();
    }

    @Test
    void an_open_store_cannot_be_opened_by_another_process() throws Exception {
        try (Child child = Child.start(folder, 1, 10)) {
            child.awaitLine();
            assertFails("engine.in-use", () -> Stores.open(folder));
        }
        Stores.open(folder).close();
        assertEquals(List.of(), siblings());
    }

    @Test
    void a_folder_that_cannot_be_made_says_so() throws IOException {
        Files.createDirectories(temp.resolve("data"));
        Files.writeString(temp.resolve("data").resolve("store"), "a file where the folder should be");
        assertFails("store.io", () -> Stores.open(folder));
    }

    @Test
    void a_path_that_the_database_would_misread_is_refused() {
        assertFails("store.bad-path", () -> Stores.open(temp.resolve("a;TRACE_LEVEL_FILE=3")));
    }

    @Test
    void a_path_with_unusual_characters_works() {
        Path odd = temp.resolve("Ünï cöde 👩 ~ % # ' \" $X {} =").resolve("store");
        Stores.with(odd, events).close();
        try (Store store = Stores.open(odd)) {
            assertEquals(events.size(), store.highWater());
            assertNotNull(store.health());
        }
    }

    @Test
    void a_store_can_be_opened_and_closed_ten_times() {
        for (int i = 0; i < 10; i++) {
            try (Store store = Stores.open(folder)) {
                assertEquals(i * 10, store.highWater());
                store.apply(events.subList(i * 10, i * 10 + 10));
            }
        }
    }
}
