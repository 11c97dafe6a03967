// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Threads;
import officina.protocol.rpc.LineReader;
import officina.protocol.rpc.RpcCodec;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExchangeTests {

    private static final Failure LOST = Failure.of("test.lost", ErrorKind.RESOURCE, "Gone.", null);

    /** One who does the work, and tells what happens. */
    private static final class Worker implements Workshop {

        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        private final AtomicInteger benches = new AtomicInteger();
        private @Nullable Supplier<String> kept;

        @Override
        public String greet(String name) {
            return "Good morning, " + name;
        }

        @Override
        public Bench bench() {
            benches.incrementAndGet();
            return () -> 3;
        }

        @Override
        public int tell(List<String> names, Supplier<String> word, Consumer<String> told) {
            names.forEach(name -> told.accept(word.get() + " " + name));
            return names.size();
        }

        @Override
        public void keep(Supplier<String> word) {
            kept = word;
        }

        @Override
        public String useKept() {
            Supplier<String> known = kept;
            return known == null ? "" : known.get();
        }

        @Override
        public String fail(String how) {
            if (how.equals("failure")) {
                throw new FailureException(Failure.of("test.tired", ErrorKind.USER, "Tired.", "Rest."));
            }
            throw new IllegalArgumentException("the secret of " + how);
        }

        @Override
        public String sleep() throws InterruptedException {
            seen.add("asleep");
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException e) {
                seen.add("woken");
                throw e;
            }
        }

        @Override
        public String wait(Supplier<String> word) {
            return word.get();
        }

        @Override
        public String byDefault() {
            return "something";
        }
    }

    private final Worker worker = new Worker();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private PipeEnd client;
    private Exchange theirs;
    private RpcConnection connection;
    private Exchange mine;
    private Workshop workshop;

    @BeforeEach
    void join() throws IOException {
        List<PipeEnd> ends = PipeEnd.two();
        client = ends.getFirst();
        Contracts contracts = new Contracts();
        theirs = new Exchange(new RpcConnection(ends.getLast(), "theirs", LOST), contracts, "their-call", LOST);
        theirs.start(Workshop.class, worker, () -> ended.complete("ended"));
        connection = new RpcConnection(client, "mine", LOST);
        mine = new Exchange(connection, contracts, "my-call", LOST);
        workshop = mine.borrow(Workshop.class);
    }

    private void begin() {
        mine.start(Workshop.Bench.class, () -> 0, () -> {});
    }

    @AfterEach
    void part() {
        mine.close();
        theirs.close();
    }

    @Test
    void values_go_and_come() {
        begin();
        assertEquals("Good morning, Anna", workshop.greet("Anna"));
        assertEquals("something", workshop.byDefault());
    }

    @Test
    void what_a_call_hands_over_is_called_in_its_order() {
        begin();
        List<String> told = new ArrayList<>();
        Iterator<String> words = List.of("Hello", "Goodbye").iterator();
        assertEquals(2, workshop.tell(List.of("Anna", "Bert"), words::next, told::add));
        assertEquals(List.of("Hello Anna", "Goodbye Bert"), told);
    }

    @Test
    void a_part_is_asked_for_once_and_stays_lent() {
        begin();
        Workshop.Bench bench = workshop.bench();
        assertEquals(3, bench.length());
        assertSame(bench, workshop.bench());
        assertEquals(1, worker.benches.get());
    }

    @Test
    void what_was_lent_for_a_call_is_of_no_use_after_it() {
        begin();
        workshop.keep(() -> "secret");
        FailureException e = assertThrows(FailureException.class, workshop::useKept);
        assertEquals(ExchangeFailures.DEFECT, e.failure().code());
        assertTrue(
                e.failure().message().contains("IllegalStateException"),
                e.failure().message());
    }

    @Test
    void a_number_that_was_not_lent_or_was_taken_back_reaches_nothing() throws IOException {
        // as one who does not keep to the rules would ask
        assertEquals("exchange.gone", refusal("{\"object\":1,\"method\":\"get\",\"with\":[]}"));
        assertEquals("exchange.gone", refusal("{\"object\":-1,\"method\":\"get\",\"with\":[]}"));
        assertEquals("exchange.unknown-method", refusal("{\"object\":0,\"method\":\"hashCode\",\"with\":[]}"));
        assertEquals("exchange.unknown-method", refusal("{\"object\":0,\"method\":\"getClass\",\"with\":[]}"));
        assertEquals("protocol.malformed", refusal("{\"object\":0,\"method\":\"greet\",\"with\":[]}"));
        assertEquals("protocol.malformed", refusal("{\"object\":0,\"method\":\"greet\",\"with\":[null]}"));
        assertEquals("protocol.malformed", refusal("{\"object\":0,\"method\":\"keep\",\"with\":[\"x\"]}"));
    }

    private String refusal(String params) throws IOException {
        String line = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"object.call\",\"params\":" + params + "}\n";
        client.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        byte[] answer = new LineReader(client, RpcCodec.MAX_LINE).next();
        return RpcCodec.decode(java.util.Objects.requireNonNull(answer)) instanceof RpcMessage.Refusal refused
                ? refused.error().failure().code()
                : "an answer";
    }

    @Test
    void a_failure_arrives_as_it_is_and_a_defect_without_its_words() {
        begin();
        FailureException tired = assertThrows(FailureException.class, () -> workshop.fail("failure"));
        assertEquals(Failure.of("test.tired", ErrorKind.USER, "Tired.", "Rest."), tired.failure());
        assertTrue(theirs.hasTold(tired.failure()));
        assertFalse(theirs.hasTold(Failure.of("test.tired", ErrorKind.USER, "Type your phrase.", null)));
        FailureException defect = assertThrows(FailureException.class, () -> workshop.fail("the house"));
        assertEquals(ExchangeFailures.defect("IllegalArgumentException"), defect.failure());
    }

    @Test
    void an_interrupt_reaches_the_work_and_the_caller_leaves_at_once() throws Exception {
        begin();
        CompletableFuture<String> left = new CompletableFuture<>();
        Thread caller = Threads.start("caller", () -> {
            try {
                left.complete(workshop.sleep());
            } catch (InterruptedException e) {
                left.complete("left");
            }
        });
        assertEquals("asleep", worker.seen.take());
        caller.interrupt();
        assertEquals("left", left.get());
        assertEquals("woken", worker.seen.take());
        while (mine.abandoned() > 0) {
            // its answer is on the way
            Thread.onSpinWait();
        }
    }

    @Test
    void who_may_leave_leaves_also_while_nothing_is_taken() throws Exception {
        // it has not begun, so that what is sent stays
        connection.send(new byte[4 * 1024 * 1024]);
        CompletableFuture<String> left = new CompletableFuture<>();
        Thread caller = Threads.start("caller", () -> {
            try {
                left.complete(workshop.sleep());
            } catch (InterruptedException e) {
                left.complete("left");
            }
        });
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        assertEquals("left", left.get());
        assertEquals(0, mine.abandoned());
    }

    @Test
    void a_call_that_cannot_be_left_is_waited_for_and_the_interrupt_is_kept() throws Exception {
        begin();
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<String> word = new CompletableFuture<>();
        AtomicBoolean kept = new AtomicBoolean();
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread caller = Threads.start("caller", () -> {
            result.complete(workshop.wait(() -> {
                asked.countDown();
                return word.join();
            }));
            kept.set(Thread.interrupted());
        });
        asked.await();
        caller.interrupt();
        assertFalse(result.isDone());
        word.complete("done");
        assertEquals("done", result.get());
        caller.join();
        assertTrue(kept.get());
    }

    @Test
    void more_calls_than_are_taken_are_refused_and_those_at_work_go_on() throws Exception {
        begin();
        CompletableFuture<String> word = new CompletableFuture<>();
        CountDownLatch working = new CountDownLatch(IncomingCalls.MOST);
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < IncomingCalls.MOST; i++) {
            CompletableFuture<String> result = new CompletableFuture<>();
            results.add(result);
            Threads.start(
                    "caller",
                    () -> result.complete(workshop.wait(() -> {
                        working.countDown();
                        return word.join();
                    })));
        }
        working.await();
        FailureException e = assertThrows(FailureException.class, () -> workshop.greet("one more"));
        assertEquals("exchange.too-many", e.failure().code());
        word.complete("all");
        for (CompletableFuture<String> result : results) {
            assertEquals("all", result.get());
        }
    }

    @Test
    void when_the_other_end_goes_callers_hear_it_and_the_work_for_it_is_interrupted() throws Exception {
        begin();
        CompletableFuture<Failure> heard = new CompletableFuture<>();
        Threads.start("caller", () -> {
            try {
                workshop.sleep();
            } catch (FailureException e) {
                heard.complete(e.failure());
            } catch (InterruptedException e) {
                heard.cancel(false);
            }
        });
        assertEquals("asleep", worker.seen.take());
        mine.close();
        assertEquals(LOST, heard.get());
        assertEquals("woken", worker.seen.take());
        assertEquals("ended", ended.get());
        assertEquals(
                LOST,
                assertThrows(FailureException.class, () -> workshop.greet("nobody"))
                        .failure());
    }

    @Test
    void a_line_that_is_no_message_ends_the_connection() throws Exception {
        client.write(ByteBuffer.wrap("Hello!\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("ended", ended.get());
    }
}
