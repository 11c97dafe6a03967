// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.store.Store;
import officina.store.internal.database.RawDatabase;
import officina.store.internal.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of an older version: copied, brought up to date, and as it was where that fails. */
class MigrationTests {

    private static final Schema FIRST = new Schema(List.of("V1__tables.sql"));
    /** What the second migration makes, so that it cannot. */
    private static final String IN_THE_WAY = "create index activity_by_session on activity (session_id)";

    @TempDir
    private Path temp;

    private Path folder;
    private Path copy;
    private List<String> content;

    @BeforeEach
    void a_store_of_the_first_version() {
        folder = temp.resolve("store");
        copy = temp.resolve("store.before-" + new Schema().newest());
        List<EventEnvelope> events = RandomStory.events(4, 300);
        try (Store store = openFirst(folder)) {
            store.apply(events);
            content = Stores.content(store);
        }
    }

    private static Store openFirst(Path folder) {
        return new H2StoreFactory(() -> Instant.parse("2026-11-21T08:00:00Z"), FIRST).open(folder, Stores.KEY);
    }

    @Test
    void it_is_copied_before_and_the_copy_goes_with_the_next_start() throws IOException {
        try (Store store = Stores.open(folder)) {
            Stores.assertSame(content, Stores.content(store));
            assertEquals(new Schema().newest(), store.health().schema());
            assertTrue(store.health()
                    .remarks()
                    .toString()
                    .contains(copy.getFileName().toString()));
        }
        assertEquals(List.of("store", copy.getFileName().toString()), entries());
        assertFalse(Files.readString(copy.resolve("officina.mv.db"), StandardCharsets.ISO_8859_1)
                .contains("flyway"));
        assertHoldsTheContent(copy);

        try (Store store = Stores.open(folder)) {
            Stores.assertSame(content, Stores.content(store));
            assertEquals(List.of(), store.health().remarks());
        }
        assertEquals(List.of("store"), entries());
    }

    @Test
    void the_copy_goes_with_the_first_deletion_for_good() throws IOException {
        try (Store store = Stores.open(folder)) {
            DataRecord some = store.list(RecordQuery.all(RecordKind.TODO)).getFirst();
            change(store, some, RecordChange.UPDATED, some.fields(), some.fields());
            change(store, some, RecordChange.DELETED, some.fields(), null);
            assertTrue(Files.exists(copy));
            assertEquals(1, store.health().remarks().size());

            DataRecord other = store.list(RecordQuery.all(RecordKind.TODO)).getFirst();
            change(store, other, RecordChange.DELETED, null, null);
            assertEquals(List.of("store"), entries());
            assertEquals(List.of(), store.health().remarks());
            assertTrue(store.get(other.kind(), other.id()).isEmpty());
        }
    }

    private static void change(
            Store store,
            DataRecord record,
            RecordChange change,
            @Nullable JsonObject before,
            @Nullable JsonObject after) {
        RecordChanged event = new RecordChanged(record.kind(), record.id(), change, 1_000, before, after);
        long position = store.highWater() + 1;
        store.apply(List.of(new EventEnvelope(
                RunEvent.SCHEMA,
                new SessionId(new UUID(9, 9)),
                new RunId(new UUID(9, 8)),
                position,
                position,
                Instant.EPOCH,
                Origin.USER,
                event)));
    }

    @Test
    void a_migration_that_fails_leaves_the_store_as_it_was_and_says_how_to_go_on() throws IOException {
        RawDatabase.execute(folder, FIRST, IN_THE_WAY);
        for (int i = 0; i < 2; i++) {
            assertEquals("store.not-migrated", codeOf(() -> Stores.open(folder)));
            assertEquals(List.of("store", copy.getFileName().toString()), entries());
        }
        assertHoldsTheContent(copy);
        // the version before needs no copy any more
        assertHoldsTheContent(folder);
        assertEquals(List.of("store"), entries());

        assertEquals("store.not-migrated", codeOf(() -> Stores.open(folder)));
        delete(folder);
        try (Store store = Stores.open(folder)) {
            assertEquals(0, store.highWater());
        }
        assertEquals(List.of("store"), entries());
    }

    @Test
    void a_migration_that_was_cut_short_begins_again_with_the_copy() throws IOException {
        Files.createDirectories(copy);
        for (String name : List.of("officina.mv.db", "key")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        // as a crash may leave it: changed, and not noted as changed
        RawDatabase.execute(folder, FIRST, IN_THE_WAY, "drop table said");
        try (Store store = Stores.open(folder)) {
            Stores.assertSame(content, Stores.content(store));
        }
    }

    @Test
    void what_cannot_be_copied_is_not_changed() throws IOException {
        Path inTheWay = temp.resolve(copy.getFileName() + ".new").resolve("folder");
        Files.createDirectories(inTheWay);
        Files.createFile(inTheWay.resolve("file"));
        assertEquals("store.not-copied", codeOf(() -> Stores.open(folder)));
        assertFalse(Files.exists(copy));
        assertHoldsTheContent(folder);
        Files.delete(inTheWay.resolve("file"));
        Files.delete(inTheWay);
        try (Store store = Stores.open(folder)) {
            Stores.assertSame(content, Stores.content(store));
        }
        assertTrue(Files.exists(copy));
    }

    private void assertHoldsTheContent(Path old) {
        try (Store store = openFirst(old)) {
            Stores.assertSame(content, Stores.content(store));
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> all = Files.list(temp)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void delete(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(store);
    }

    private static String codeOf(Runnable opening) {
        return assertThrows(FailureException.class, opening::run).failure().code();
    }
}
