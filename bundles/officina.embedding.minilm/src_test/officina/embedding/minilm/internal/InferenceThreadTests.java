// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.FailureException;
import officina.api.memory.EmbedderState;
import officina.embedding.minilm.internal.onnx.EmbeddingFailures;
import officina.embedding.minilm.internal.onnx.SentenceModel;
import org.junit.jupiter.api.Test;

class InferenceThreadTests {

    private static final int LIMIT = 30;

    private final Semaphore mayRun = new Semaphore(0);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger loaded = new AtomicInteger();
    private final Semaphore released = new Semaphore(0);

    @Test
    void what_a_person_asks_goes_before_all_passages_that_wait() throws Exception {
        try (InferenceThread thread = new InferenceThread(this::gated, Duration.ofMinutes(1))) {
            thread.ask(new int[] {1}, false);
            reached(begun);
            CompletableFuture<float[]> passage = thread.ask(new int[] {2}, false);
            thread.ask(new int[] {3}, false);
            CompletableFuture<float[]> question = thread.ask(new int[] {4}, true);
            CompletableFuture<float[]> last = thread.ask(new int[] {5}, false);
            mayRun.release(5);

            question.get(LIMIT, TimeUnit.SECONDS);
            passage.get(LIMIT, TimeUnit.SECONDS);
            last.get(LIMIT, TimeUnit.SECONDS);

            assertEquals(List.of(1, 4, 2, 3, 5), order);
        }
    }

    @Test
    void lets_the_model_go_after_a_while_and_loads_it_again() throws Exception {
        mayRun.release(2);
        try (InferenceThread thread = new InferenceThread(this::gated, Duration.ofMillis(1))) {
            thread.ask(new int[] {1}, false).get(LIMIT, TimeUnit.SECONDS);
            gone();
            assertInstanceOf(EmbedderState.Asleep.class, thread.state());

            thread.ask(new int[] {2}, false).get(LIMIT, TimeUnit.SECONDS);
            gone();

            assertEquals(2, loaded.get());
        }
    }

    @Test
    void closing_fails_who_waits_and_releases_the_model() throws Exception {
        InferenceThread thread = new InferenceThread(this::gated, Duration.ofDays(1));
        thread.ask(new int[] {1}, false);
        reached(begun);
        CompletableFuture<float[]> waits = thread.ask(new int[] {2}, false);

        thread.close();
        mayRun.release(2);

        ExecutionException thrown = assertThrows(ExecutionException.class, () -> waits.get(LIMIT, TimeUnit.SECONDS));
        assertEquals(
                "embedding.closed",
                ((FailureException) thrown.getCause()).failure().code());
        gone();
        assertThrows(FailureException.class, () -> thread.ask(new int[] {3}, true));
    }

    @Test
    void a_model_that_breaks_fails_all_who_wait_and_is_loaded_again() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        try (InferenceThread thread = new InferenceThread(() -> breaking(runs), Duration.ofMinutes(1))) {
            CompletableFuture<float[]> first = thread.ask(new int[] {1}, false);
            reached(begun);
            CompletableFuture<float[]> second = thread.ask(new int[] {2}, false);
            mayRun.release();

            assertThrows(ExecutionException.class, () -> first.get(LIMIT, TimeUnit.SECONDS));
            assertThrows(ExecutionException.class, () -> second.get(LIMIT, TimeUnit.SECONDS));
            assertInstanceOf(EmbedderState.Unavailable.class, thread.state());

            mayRun.release();
            assertEquals(3, thread.ask(new int[] {3}, false).get(LIMIT, TimeUnit.SECONDS)[0]);
        }
    }

    @Test
    void a_model_that_cannot_be_loaded_is_tried_once_for_all_passages_and_for_each_question() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        mayRun.release(2);
        try (InferenceThread thread = new InferenceThread(() -> failing(tries), Duration.ofDays(1))) {
            for (int passage = 0; passage < 20; passage++) {
                fails(thread.ask(new int[] {1}, false));
            }
            assertEquals(1, tries.get());
            fails(thread.ask(new int[] {2}, true));
            assertEquals(2, tries.get());
            fails(thread.ask(new int[] {3}, false));
            assertEquals(2, tries.get());

            assertEquals(4, thread.ask(new int[] {4}, true).get(LIMIT, TimeUnit.SECONDS)[0]);
            assertEquals(5, thread.ask(new int[] {5}, false).get(LIMIT, TimeUnit.SECONDS)[0]);
        }
    }

    @Test
    void a_model_that_could_not_be_loaded_is_tried_for_passages_after_a_while() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        mayRun.release();
        try (InferenceThread thread = new InferenceThread(() -> failing(tries), Duration.ZERO)) {
            fails(thread.ask(new int[] {1}, false));
            fails(thread.ask(new int[] {2}, false));

            assertEquals(3, thread.ask(new int[] {3}, false).get(LIMIT, TimeUnit.SECONDS)[0]);
            assertEquals(3, tries.get());
        }
    }

    /** A model that cannot be loaded twice. */
    private SentenceModel failing(AtomicInteger tries) {
        if (tries.incrementAndGet() <= 2) {
            throw EmbeddingFailures.broken(null);
        }
        return gated();
    }

    private static void fails(CompletableFuture<float[]> vector) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> vector.get(LIMIT, TimeUnit.SECONDS));
        assertEquals(
                "embedding.model",
                ((FailureException) thrown.getCause()).failure().code());
    }

    private SentenceModel gated() {
        return breaking(new AtomicInteger(1));
    }

    /** A model that waits for permission to answer with the text's first token, and breaks where it counts none. */
    private SentenceModel breaking(AtomicInteger runs) {
        loaded.incrementAndGet();
        return new SentenceModel() {
            @Override
            public float[] run(int[] tokens) {
                order.add(tokens[0]);
                begun.countDown();
                acquire(mayRun);
                if (runs.getAndIncrement() == 0) {
                    throw new IllegalStateException("broken");
                }
                return new float[] {tokens[0]};
            }

            @Override
            public void close() {
                released.release();
            }
        };
    }

    /** Waits until the model was released. */
    private void gone() {
        acquire(released);
    }

    private static void acquire(Semaphore semaphore) {
        try {
            if (!semaphore.tryAcquire(LIMIT, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain for what the test lets go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reached(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(LIMIT, TimeUnit.SECONDS)) {
            throw new IllegalStateException("waited in vain for the first text");
        }
    }
}
