// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every journal must do. Extend it in the tests of an implementation. */
@Timeout(60)
public abstract class JournalContractTests {

    private static final SessionId ONE = SampleEvents.session(1);
    private static final SessionId TWO = SampleEvents.session(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(FakeClock.START);
    private final InstantSource clock = now::get;
    private Journal journal;

    /** Opens an empty journal; called once for each test, which closes it. */
    protected abstract Journal open(InstantSource clock) throws Exception;

    @BeforeEach
    void open_a_journal() throws Exception {
        journal = open(clock);
    }

    @AfterEach
    void close_it() {
        journal.close();
    }

    @Test
    void numbers_events_densely_in_each_session_and_over_all() {
        journal.append(List.of(draft(ONE, "a"), draft(TWO, "b"), draft(ONE, "c")));
        journal.append(List.of(draft(TWO, "d")));

        List<EventEnvelope> events = journal.readAll(1, 10);
        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                events.stream().map(EventEnvelope::position).toList());
        assertEquals(
                List.of(1L, 1L, 2L, 2L), events.stream().map(EventEnvelope::seq).toList());
        assertEquals(List.of("a", "b", "c", "d"), texts(events));
    }

    @Test
    void returns_what_it_keeps() {
        Origin origin = Origin.USER.then(new PluginId("officina.agent.task"));
        List<EventEnvelope> returned = journal.append(List.of(new Draft(
                ONE,
                SampleEvents.RUN,
                origin,
                new RunEvent.QuestionAnswered(new QuestionId(ONE.value()), "\u00e4 \ud83d\ude00 \u0000 \u2028"))));

        assertEquals(
                List.of(new EventEnvelope(
                        RunEvent.SCHEMA,
                        ONE,
                        SampleEvents.RUN,
                        1,
                        1,
                        FakeClock.START,
                        origin,
                        new RunEvent.QuestionAnswered(
                                new QuestionId(ONE.value()), "\u00e4 \ud83d\ude00 \u0000 \u2028"))),
                returned);
        assertEquals(returned, journal.read(ONE, 1, 10));
    }

    @Test
    void takes_over_what_another_journal_held_as_it_was() {
        journal.append(List.of(draft(TWO, "before")));
        Instant then = FakeClock.START.minusSeconds(1_000);
        List<EventEnvelope> held = List.of(held(1, 90, then, "a"), held(2, 97, then, "b"));
        List<EventEnvelope> taken = journal.adopt(held);

        assertEquals(List.of(held(1, 2, then, "a"), held(2, 3, then, "b")), taken);
        assertEquals(taken, journal.read(ONE, 1, 10));
        journal.append(List.of(draft(ONE, "c")));
        assertEquals(List.of("before", "a", "b", "c"), texts(journal.readAll(1, 10)));
        assertThrows(IllegalArgumentException.class, () -> journal.adopt(List.of(held(3, 1, then, "again"))));
        assertThrows(IllegalArgumentException.class, () -> journal.adopt(List.of(held(5, 1, then, "gap"))));
        assertEquals(4, journal.lastPosition());
    }

    private static EventEnvelope held(long seq, long position, Instant at, String text) {
        return new EventEnvelope(
                RunEvent.SCHEMA,
                ONE,
                SampleEvents.RUN,
                seq,
                position,
                at,
                Origin.USER,
                SampleEvents.draft(ONE, text).event());
    }

    @Test
    void appends_nothing_when_given_nothing() {
        assertEquals(List.of(), journal.append(List.of()));
        assertEquals(0, journal.lastPosition());
    }

    @Test
    void is_empty_at_first() {
        assertEquals(0, journal.lastPosition());
        assertEquals(0, journal.lastSeq(ONE));
        assertEquals(List.of(), journal.read(ONE, 1, 10));
        assertEquals(List.of(), journal.readAll(1, 10));
    }

    @Test
    void knows_the_newest_numbers() {
        journal.append(SampleEvents.drafts(ONE, 3));
        journal.append(SampleEvents.drafts(TWO, 2));

        assertEquals(5, journal.lastPosition());
        assertEquals(3, journal.lastSeq(ONE));
        assertEquals(2, journal.lastSeq(TWO));
    }

    @Test
    void reads_from_a_number_and_no_more_than_the_limit() {
        journal.append(SampleEvents.drafts(ONE, 10));

        assertEquals(List.of("event 4", "event 5"), texts(journal.read(ONE, 4, 2)));
        assertEquals(List.of("event 9", "event 10"), texts(journal.read(ONE, 9, 100)));
        assertEquals(List.of(), journal.read(ONE, 11, 100));
        assertEquals(List.of("event 1"), texts(journal.read(ONE, 0, 1)));
        assertEquals(List.of(), journal.read(ONE, 1, 0));
        assertEquals(List.of("event 7", "event 8"), texts(journal.readAll(7, 2)));
        assertEquals(List.of(), journal.readAll(11, 2));
    }

    @Test
    void takes_the_time_of_the_clock_however_it_jumps() {
        Instant later = FakeClock.START.plus(Duration.ofDays(400)).plusNanos(123_456_789);
        Instant earlier = Instant.parse("1969-12-31T23:59:59.999999999Z");
        journal.append(SampleEvents.drafts(ONE, 1));
        now.set(later);
        journal.append(SampleEvents.drafts(ONE, 1));
        now.set(earlier);
        journal.append(SampleEvents.drafts(ONE, 1));

        List<EventEnvelope> events = journal.read(ONE, 1, 10);
        assertEquals(
                List.of(FakeClock.START, later, earlier),
                events.stream().map(EventEnvelope::at).toList());
        assertEquals(
                List.of(1L, 2L, 3L), events.stream().map(EventEnvelope::seq).toList());
    }

    @Test
    void follows_from_any_number_through_what_is_stored_to_what_comes() throws InterruptedException {
        journal.append(SampleEvents.drafts(ONE, 4));
        for (int from = 0; from <= 7; from++) {
            BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
            try (Journal.Subscription _ = journal.subscribe(ONE, from, seen::add)) {
                long first = Math.max(from, 1);
                while (journal.lastSeq(ONE) < 8 + from) {
                    journal.append(List.of(draft(TWO, "other"), draft(ONE, "more")));
                }
                for (long seq = first; seq <= journal.lastSeq(ONE); seq++) {
                    assertEquals(seq, next(seen).seq());
                }
            }
            assertNull(seen.poll());
        }
    }

    @Test
    void follows_from_a_number_that_is_still_to_come() throws InterruptedException {
        journal.append(SampleEvents.drafts(ONE, 1));
        BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
        try (Journal.Subscription _ = journal.subscribe(ONE, 4, seen::add)) {
            journal.append(SampleEvents.drafts(ONE, 2));
            journal.append(SampleEvents.drafts(ONE, 2));

            assertEquals(4, next(seen).seq());
        }
    }

    @Test
    void follows_all_sessions_by_position() throws InterruptedException {
        journal.append(SampleEvents.drafts(ONE, 2));
        BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
        try (Journal.Subscription _ = journal.subscribeAll(2, seen::add)) {
            journal.append(SampleEvents.drafts(TWO, 2));

            assertEquals(journal.readAll(2, 10), List.of(next(seen), next(seen), next(seen)));
        }
    }

    @Test
    void gives_concurrent_writers_and_readers_every_event_once_in_order() throws Exception {
        int writers = 8;
        int each = 150;
        List<BlockingQueue<EventEnvelope>> readers = new ArrayList<>();
        List<Journal.Subscription> subscriptions = new ArrayList<>();
        CountDownLatch halfway = new CountDownLatch(writers * each / 2);
        try (ExecutorService executor = Threads.perTask("writer")) {
            for (int writer = 0; writer < writers; writer++) {
                SessionId session = SampleEvents.session(writer % 4);
                executor.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        List<EventEnvelope> pair =
                                journal.append(List.of(draft(session, "first"), draft(session, "second")));
                        assertEquals(pair.get(0).seq() + 1, pair.get(1).seq());
                        halfway.countDown();
                    }
                    return null;
                });
            }
            assertTrue(halfway.await(30, TimeUnit.SECONDS));
            for (int session = 0; session < 4; session++) {
                BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
                readers.add(seen);
                subscriptions.add(journal.subscribe(SampleEvents.session(session), 1, seen::add));
            }
            BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
            readers.add(seen);
            subscriptions.add(journal.subscribeAll(1, seen::add));
        }
        long total = 2L * writers * each;
        for (long position = 1; position <= total; position++) {
            assertEquals(position, next(readers.get(4)).position());
        }
        for (int session = 0; session < 4; session++) {
            for (long seq = 1; seq <= total / 4; seq++) {
                assertEquals(seq, next(readers.get(session)).seq());
            }
        }
        subscriptions.forEach(Journal.Subscription::close);
        assertTrue(readers.stream().allMatch(BlockingQueue::isEmpty));
        assertEquals(
                LongStream.rangeClosed(1, total).boxed().toList(),
                journal.readAll(1, (int) total).stream()
                        .map(EventEnvelope::position)
                        .toList());
    }

    @Test
    void keeps_what_is_appended_together_together() throws Exception {
        try (ExecutorService executor = Threads.perTask("writer")) {
            for (int writer = 0; writer < 4; writer++) {
                String name = "writer " + writer;
                executor.submit(() -> IntStream.range(0, 50)
                        .forEach(_ -> journal.append(List.of(draft(ONE, name), draft(TWO, name), draft(ONE, name)))));
            }
        }
        List<String> texts = texts(journal.readAll(1, 1000));
        assertEquals(600, texts.size());
        for (int i = 0; i < texts.size(); i += 3) {
            assertEquals(List.of(texts.get(i), texts.get(i), texts.get(i)), texts.subList(i, i + 3));
        }
    }

    @Test
    void lets_a_slow_reader_delay_nobody() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        List<Long> slow = new ArrayList<>();
        Journal.Subscription subscription = journal.subscribe(ONE, 1, event -> {
            stuck.countDown();
            await(free);
            slow.add(event.seq());
        });
        journal.append(SampleEvents.drafts(ONE, 1));
        assertTrue(stuck.await(10, TimeUnit.SECONDS));

        BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
        try (Journal.Subscription _ = journal.subscribe(ONE, 1, seen::add)) {
            journal.append(SampleEvents.drafts(ONE, 1000));
            for (long seq = 1; seq <= 1001; seq++) {
                assertEquals(seq, next(seen).seq());
            }
        }
        free.countDown();
        CountDownLatch end = new CountDownLatch(1);
        try (Journal.Subscription _ = journal.subscribe(ONE, 1001, _ -> end.countDown())) {
            assertTrue(end.await(10, TimeUnit.SECONDS));
        }
        subscription.close();
        assertEquals(LongStream.rangeClosed(1, slow.size()).boxed().toList(), slow);
    }

    @Test
    void does_not_call_a_reader_after_its_subscription_was_closed() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        List<Long> seen = new ArrayList<>();
        Journal.Subscription subscription = journal.subscribe(ONE, 1, event -> {
            reading.countDown();
            await(free);
            seen.add(event.seq());
        });
        journal.append(SampleEvents.drafts(ONE, 3));
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        Thread closer = Threads.start("closer", subscription::close);
        // it waits for the reader that is at work
        assertEquals(false, closer.join(Duration.ofMillis(100)));
        free.countDown();
        assertTrue(closer.join(Duration.ofSeconds(10)));

        journal.append(SampleEvents.drafts(ONE, 3));
        subscription.close();
        assertEquals(List.of(1L), seen);
    }

    @Test
    void lets_a_reader_end_its_own_subscription_and_append() throws InterruptedException {
        AtomicReference<Journal.Subscription> own = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
        own.set(journal.subscribe(ONE, 1, event -> {
            await(known);
            journal.append(List.of(draft(TWO, "answer")));
            own.get().close();
            seen.add(event);
        }));
        known.countDown();
        journal.append(SampleEvents.drafts(ONE, 2));

        assertEquals(1, next(seen).seq());
        own.get().close();
        assertNull(seen.poll());
        assertEquals(1, journal.lastSeq(TWO));
    }

    @Test
    void ends_the_subscription_of_a_reader_that_fails_and_no_other() throws InterruptedException {
        List<Long> failing = new CopyOnWriteArrayList<>();
        BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
        try (Journal.Subscription first = journal.subscribe(ONE, 1, event -> {
                    failing.add(event.seq());
                    throw new IllegalStateException("a reader that fails");
                });
                Journal.Subscription _ = journal.subscribe(ONE, 1, seen::add)) {
            journal.append(SampleEvents.drafts(ONE, 3));
            for (long seq = 1; seq <= 3; seq++) {
                assertEquals(seq, next(seen).seq());
            }
            first.close();
        }
        assertTrue(failing.size() <= 1, () -> "called after it had failed: " + failing);
    }

    @Test
    void keeps_the_newest_snapshot_of_each_session() {
        List<EventEnvelope> events = journal.append(SampleEvents.drafts(ONE, 3));
        assertEquals(Optional.empty(), journal.snapshot(ONE));

        journal.keep(new Snapshot(ONE, 2, events.subList(0, 1)));
        journal.keep(new Snapshot(ONE, 3, events.subList(1, 3)));

        assertEquals(Optional.of(new Snapshot(ONE, 3, events.subList(1, 3))), journal.snapshot(ONE));
        assertEquals(Optional.empty(), journal.snapshot(TWO));
    }

    @Test
    void refuses_everything_once_it_is_closed() {
        journal.append(SampleEvents.drafts(ONE, 1));
        journal.close();
        journal.close();

        Stream.<Runnable>of(
                        () -> journal.append(SampleEvents.drafts(ONE, 1)),
                        () -> journal.read(ONE, 1, 1),
                        () -> journal.readAll(1, 1),
                        () -> journal.subscribe(ONE, 1, _ -> {}),
                        () -> journal.subscribeAll(1, _ -> {}))
                .forEach(call -> assertEquals(
                        "journal.closed",
                        assertThrows(FailureException.class, call::run)
                                .failure()
                                .code()));
    }

    @Test
    void is_not_hurt_by_an_interrupted_caller() {
        Thread.currentThread().interrupt();
        journal.append(SampleEvents.drafts(ONE, 2));
        List<EventEnvelope> events = journal.read(ONE, 1, 10);
        assertTrue(Thread.interrupted());

        assertEquals(2, events.size());
        assertEquals(3, journal.append(SampleEvents.drafts(ONE, 1)).getFirst().seq());
    }

    private static Draft draft(SessionId session, String text) {
        return SampleEvents.draft(session, text);
    }

    private static List<String> texts(List<EventEnvelope> events) {
        return events.stream().map(SampleEvents::text).toList();
    }

    private static EventEnvelope next(BlockingQueue<EventEnvelope> queue) throws InterruptedException {
        EventEnvelope event = queue.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("an event did not come");
        }
        return event;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the test did not go on");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
