// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.Threads;
import officina.core.run.ActivityQuery;
import officina.core.run.SessionQuery;
import officina.store.Store;
import officina.store.internal.database.OpenDatabase;
import officina.store.internal.database.StoreFolder;
import officina.store.internal.database.StoreKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at one store. */
class ConcurrencyTests {

    private static final int READERS = 12;

    @TempDir
    Path temp;

    /** Ten records whose changes belong together: in every state all have the same number. */
    private static List<List<EventEnvelope>> rounds(int count) {
        Story story = new Story().edit(Story.session(1), Story.run(1));
        List<List<EventEnvelope>> rounds = new ArrayList<>();
        rounds.add(story.events());
        for (int round = 0; round < count; round++) {
            int from = story.size();
            for (int i = 0; i < 10; i++) {
                JsonObject fields =
                        Todos.fields("round " + round, "x".repeat(3_000)).with("round", round);
                story.put(Story.session(1), Story.run(1), RecordKind.TODO, Story.record(i), fields);
            }
            rounds.add(story.events(from, from + 10));
        }
        return rounds;
    }

    @Test
    void readers_see_whole_transactions_while_one_applies() throws Exception {
        List<List<EventEnvelope>> rounds = rounds(150);
        AtomicBoolean done = new AtomicBoolean();
        try (Store store = Stores.open(temp.resolve("store"));
                ExecutorService threads = Threads.perTask("reader")) {
            store.apply(rounds.get(0));
            store.apply(rounds.get(1));
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> readWhile(store, done)));
            }
            rounds.subList(2, rounds.size()).forEach(store::apply);
            done.set(true);
            for (Future<Long> reader : readers) {
                assertTrue(reader.get() > 0);
            }
        }
    }

    private static long readWhile(Store store, AtomicBoolean done) {
        long reads = 0;
        do {
            List<DataRecord> all = store.list(RecordQuery.all(RecordKind.TODO));
            assertEquals(10, all.size());
            assertEquals(
                    1,
                    all.stream()
                            .map(todo -> todo.fields().get("round"))
                            .distinct()
                            .count());
            // a field without a column is looked for page by page
            JsonValue round = JsonValue.of(all.getFirst().fields().number("round", -1));
            int found = store.list(new RecordQuery(RecordKind.TODO, Map.of("round", round), null, 5))
                    .size();
            assertTrue(found == 5 || found == 0, "a torn round of " + found);
            DataRecord alone = store.get(RecordKind.TODO, all.getFirst().id()).orElseThrow();
            assertTrue(
                    alone.revision() >= all.getFirst().revision(), "a read alone is not older than the one before it");
            store.sessions(SessionQuery.ALL);
            store.activity(ActivityQuery.NEWEST);
            reads++;
        } while (!done.get());
        return reads;
    }

    @Test
    void an_interrupt_harms_neither_the_store_nor_the_read() {
        List<List<EventEnvelope>> rounds = rounds(60);
        AtomicLong reads = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        List<Throwable> failures = new ArrayList<>();
        try (Store store = Stores.open(temp.resolve("store"))) {
            store.apply(rounds.get(0));
            store.apply(rounds.get(1));
            List<Thread> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(Threads.start("reader-" + i, () -> {
                    while (!done.get()) {
                        try {
                            assertEquals(
                                    10,
                                    store.list(RecordQuery.all(RecordKind.TODO)).size());
                            reads.incrementAndGet();
                        } catch (RuntimeException | AssertionError e) {
                            synchronized (failures) {
                                failures.add(e);
                            }
                        }
                    }
                }));
            }
            Thread writer = Thread.currentThread();
            Thread interrupter = Threads.startPlatform("interrupter", () -> {
                while (!done.get()) {
                    readers.forEach(Thread::interrupt);
                    writer.interrupt();
                }
            });
            rounds.subList(2, rounds.size()).forEach(store::apply);
            done.set(true);
            joinUninterrupted(interrupter);
            readers.forEach(ConcurrencyTests::joinUninterrupted);
            assertEquals(List.of(), failures);
            assertTrue(reads.get() > 0);
            assertEquals(601, store.highWater());
        }
    }

    private static void joinUninterrupted(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // what this test is about
                continue;
            }
        }
    }

    @Test
    void two_that_apply_wait_for_each_other() throws Exception {
        List<EventEnvelope> events = RandomStory.events(4, 800);
        try (Store store = Stores.open(temp.resolve("store"))) {
            try (ExecutorService threads = Threads.perTask("writer")) {
                for (int i = 0; i < 4; i++) {
                    threads.submit(() -> {
                        while (store.highWater() < events.size()) {
                            int mark = (int) store.highWater();
                            store.apply(events.subList(Math.max(0, mark - 5), Math.min(events.size(), mark + 7)));
                        }
                        return null;
                    });
                }
                threads.shutdown();
                assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
            }
            try (Store alone = Stores.with(temp.resolve("alone"), events)) {
                Stores.assertSame(Stores.content(alone), Stores.content(store));
            }
        }
    }

    @Test
    void closing_waits_for_calls_and_later_calls_are_told() throws Exception {
        Store store = Stores.with(temp.resolve("store"), RandomStory.events(4, 300));
        AtomicBoolean wrong = new AtomicBoolean();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(Threads.start("reader-" + i, () -> {
                try {
                    for (int n = 0; n < 1_000; n++) {
                        store.activity(ActivityQuery.NEWEST);
                    }
                } catch (FailureException e) {
                    wrong.compareAndSet(false, !e.failure().code().equals("store.closed"));
                }
            }));
        }
        store.close();
        for (Thread reader : readers) {
            assertTrue(reader.join(Duration.ofSeconds(30)));
        }
        assertEquals(false, wrong.get());
    }

    @Test
    void closing_does_not_wait_for_ever_for_a_call_that_does_not_end() throws Exception {
        StoreFolder folder = StoreFolder.take(
                temp.resolve("store"), new StoreKeys(Stores.KEY), StoreFolder.LEAST_GROWTH, Duration.ofMillis(50));
        Store store = Stores.start(folder, OpenDatabase.open(folder, Instant.EPOCH));
        List<EventEnvelope> events = RandomStory.events(4, 10);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        List<EventEnvelope> slow = new AbstractList<>() {
            @Override
            public EventEnvelope get(int index) {
                reached.countDown();
                try {
                    assertTrue(released.await(60, TimeUnit.SECONDS), "it was released");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return events.get(index);
            }

            @Override
            public int size() {
                return events.size();
            }
        };
        Thread writer = Threads.start("writer", () -> store.apply(0, slow));
        assertTrue(reached.await(60, TimeUnit.SECONDS), "the call began");
        FailureException busy = assertThrows(FailureException.class, store::close);
        assertEquals("store.stuck", busy.failure().code());
        released.countDown();
        assertTrue(writer.join(Duration.ofSeconds(60)), "the call ended");
        assertEquals(events.size(), store.highWater());
        store.close();
    }
}
