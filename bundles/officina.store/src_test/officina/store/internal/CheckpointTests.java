// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import officina.api.event.EventEnvelope;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.record.RecordKind;
import officina.store.Store;
import officina.store.internal.database.OpenDatabase;
import officina.store.internal.database.RawDatabase;
import officina.store.internal.database.StoreFolder;
import officina.store.internal.database.StoreKeys;
import officina.store.internal.database.WrittenFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a checkpoint leads back to is never written again, so that it does not matter where a kill hits. H2 is told to
 * give up the space of what it does not need at once; left alone it does so after 45 seconds.
 */
class CheckpointTests {

    private static final boolean LONG = Boolean.getBoolean("officina.long");
    private static final long SEED = Long.getLong("officina.seed", 23);
    private static final int LIVES = LONG ? 40 : 2;
    private static final int KILLS_OF_A_LIFE = LONG ? 40 : 3;
    private static final int BATCHES = 25;
    private static final int MOST = 20;

    /** What H2 overwrites: the salt and the copies of its header. */
    private static final int HEAD = 12 << 10;

    private final Random random = new Random(SEED);
    private final List<EventEnvelope> events = RandomStory.events(SEED, (LIVES + 1) * BATCHES * MOST);

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void eager() {
        folder = temp.resolve("store");
        Stores.open(folder).close();
        RawDatabase.execute(folder, "set retention_time 0");
    }

    @Test
    void what_a_checkpoint_leads_back_to_is_not_written_again() throws Exception {
        List<String> wrong = new ArrayList<>();
        Watch watch = new Watch(folder) {
            @Override
            void change(long from, byte @Nullable [] content) throws IOException {
                long kept = length();
                boolean head = content != null && from + content.length <= HEAD;
                if (from < kept && !head) {
                    wrong.add((content == null ? "cut" : "written") + " at " + from + " of " + kept);
                }
            }
        };
        try (AutoCloseable _ = WrittenFiles.watch(folder.resolve("officina.mv.db"), watch)) {
            for (int life = 0; life < LIVES; life++) {
                live(folder);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(watch.seen > LIVES * BATCHES / 4, "hardly anything was written: " + watch.seen);
    }

    @Test
    void a_kill_at_any_write_leads_back_to_the_last_checkpoint() throws Exception {
        try (Store reference = Stores.open(temp.resolve("reference"))) {
            for (int life = 0; life < LIVES; life++) {
                Path database = folder.resolve("officina.mv.db");
                byte[] before = Files.readAllBytes(database);
                List<Change> changes = new ArrayList<>();
                Watch watch = new Watch(folder) {
                    @Override
                    void change(long from, byte @Nullable [] content) throws IOException {
                        changes.add(new Change(from, content, checkpoint()));
                    }
                };
                TreeMap<Long, Integer> marks;
                try (AutoCloseable _ = WrittenFiles.watch(database, watch)) {
                    marks = live(folder);
                }
                for (int i = 0; i < KILLS_OF_A_LIFE; i++) {
                    int kill = random.nextInt(changes.size());
                    Path left = temp.resolve("left" + life + "-" + i);
                    changes.get(kill).leave(folder, left, before, changes.subList(0, kill), random);
                    int mark = marks.get(Watch.length(changes.get(kill).checkpoint()));
                    assertState(left, mark, reference, "life " + life + ", write " + kill + ", seed " + SEED);
                }
            }
        }
    }

    /** The state at the mark is there, whole, and can be gone on with. */
    private void assertState(Path left, int mark, Store reference, String what) {
        try (Store store = Stores.open(left)) {
            assertNull(store.health().movedAside(), what);
            assertEquals(mark, store.highWater(), what);
            if (reference.highWater() > mark) {
                reference.reset();
            }
            reference.apply(events.subList((int) reference.highWater(), mark));
            Stores.assertSame(Stores.content(reference), Stores.content(store));
            store.apply(events.subList(mark, mark + MOST));
        }
    }

    @Test
    void an_overgrown_file_is_compacted_while_it_is_used() throws IOException {
        Path database = folder.resolve("officina.mv.db");
        int shrunk = 0;
        try (H2Store store = small();
                Store reference = Stores.open(temp.resolve("reference"))) {
            for (int i = 0; i < 2 * BATCHES; i++) {
                store.database().checkpoint();
                long before = Files.size(database);
                store.apply(events.subList(i * MOST / 2, (i + 1) * MOST / 2));
                shrunk += Files.size(database) < before ? 1 : 0;
            }
            reference.apply(events.subList(0, BATCHES * MOST));
            Stores.assertSame(Stores.content(reference), Stores.content(store));
            assertNull(store.health().movedAside());
        }
        assertTrue(shrunk > 0, "nothing was compacted");
        assertTrue(shrunk < BATCHES / 2, "it was compacted again and again: " + shrunk);
    }

    /** Compacted whenever it is more than three times what it was. */
    private H2Store small() {
        StoreFolder taken = StoreFolder.take(folder, new StoreKeys(Stores.KEY), 1, StoreFolder.PATIENCE);
        return Stores.start(taken, OpenDatabase.open(taken, Instant.EPOCH));
    }

    @Test
    void a_compaction_that_is_cut_off_came_about_or_did_not() throws IOException {
        Stores.with(folder, events.subList(0, 500)).close();
        Path before = copy(folder, "before");
        small().close();
        byte[] compacted = Files.readAllBytes(folder.resolve("officina.mv.db"));
        assertTrue(compacted.length < Files.size(before.resolve("officina.mv.db")));
        // what opening and closing wrote behind it is not in this checkpoint
        for (boolean known : new boolean[] {false, true}) {
            Path left = copy(before, "left-" + known);
            Files.write(left.resolve("officina.mv.db.1"), compacted);
            Files.write(left.resolve("compacted.mv.db.tempFile"), new byte[9]);
            if (known) {
                Files.copy(
                        folder.resolve("checkpoint"), left.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);
            }
            try (Store store = Stores.open(left)) {
                assertEquals(500, store.highWater());
                assertNull(store.health().movedAside());
            }
            assertEquals(List.of("checkpoint", "key", "lock", "officina.mv.db"), names(left));
        }
    }

    @Test
    void what_was_deleted_for_good_is_gone_from_the_file_after_the_next_opening() throws IOException {
        Story story = new Story();
        story.put(
                Story.session(1), Story.run(1), RecordKind.TODO, Story.record(1), Todos.fields("a", "b".repeat(9_000)));
        story.put(Story.session(1), Story.run(1), RecordKind.TODO, Story.record(1), null);
        try (Store store = Stores.open(folder)) {
            store.apply(story.events());
        }
        long kept = Files.size(folder.resolve("officina.mv.db"));
        Stores.open(folder).close();
        assertTrue(Files.size(folder.resolve("officina.mv.db")) >= kept, "what the history still tells stays");
        RunEvent forgotten =
                new RunEvent.RecordChanged(RecordKind.TODO, Story.record(2), RecordChange.DELETED, 2, null, null);
        story.add(Story.session(1), Story.run(1), forgotten);
        try (Store store = Stores.open(folder)) {
            store.apply(List.of(story.last()));
        }
        long before = Files.size(folder.resolve("officina.mv.db"));
        Stores.open(folder).close();
        assertTrue(Files.size(folder.resolve("officina.mv.db")) < before);
    }

    /** Opens the store, applies and closes it; gives the mark of each length that a checkpoint has had. */
    private TreeMap<Long, Integer> live(Path place) throws IOException {
        TreeMap<Long, Integer> marks = new TreeMap<>();
        StoreFolder taken = StoreFolder.take(place, new StoreKeys(Stores.KEY));
        try (H2Store store = Stores.start(taken, OpenDatabase.open(taken, Instant.EPOCH))) {
            marks.put(Watch.length(Files.readAllBytes(place.resolve("checkpoint"))), (int) store.highWater());
            for (int i = 0; i < BATCHES; i++) {
                int mark = (int) store.highWater();
                store.apply(events.subList(mark, mark + 1 + random.nextInt(MOST)));
                if (random.nextInt(3) == 0) {
                    store.database().checkpoint();
                }
                // on a slow machine applying makes one, too
                marks.putIfAbsent(
                        Watch.length(Files.readAllBytes(place.resolve("checkpoint"))), (int) store.highWater());
            }
        }
        return marks;
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = Files.createDirectories(temp.resolve(name));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Sees each change of a database beside the checkpoint that holds at that moment. */
    private abstract static class Watch implements WrittenFiles.Watcher {
        private final Path mark;
        int seen;

        Watch(Path folder) {
            mark = folder.resolve("checkpoint");
        }

        /** @param content {@code null} where the file is cut */
        abstract void change(long from, byte @Nullable [] content) throws IOException;

        byte[] checkpoint() throws IOException {
            return Files.readAllBytes(mark);
        }

        long length() throws IOException {
            return length(checkpoint());
        }

        /** Behind magic, version and generation. */
        static long length(byte[] checkpoint) {
            return ByteBuffer.wrap(checkpoint).getLong(14);
        }

        @Override
        public synchronized void writes(long position, ByteBuffer content) throws IOException {
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            seen++;
            change(position, bytes);
        }

        @Override
        public synchronized void cuts(long length) throws IOException {
            change(length, null);
        }
    }

    /** Of a file, while that checkpoint held. */
    private record Change(long from, byte @Nullable [] content, byte[] checkpoint) {

        void apply(FileChannel file, int length) throws IOException {
            if (content == null) {
                file.truncate(from);
            } else {
                file.write(ByteBuffer.wrap(content, 0, length), from);
            }
        }

        /** Makes what a kill in the middle of this change leaves. */
        void leave(Path folder, Path left, byte[] before, List<Change> earlier, Random random) throws IOException {
            Files.createDirectories(left);
            Files.copy(folder.resolve("key"), left.resolve("key"));
            Files.write(left.resolve("checkpoint"), checkpoint);
            Path file = Files.write(left.resolve("officina.mv.db"), before);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (Change each : earlier) {
                    each.apply(channel, each.content == null ? 0 : each.content.length);
                }
                if (content != null) {
                    apply(channel, random.nextInt(content.length + 1));
                }
            }
        }
    }
}
