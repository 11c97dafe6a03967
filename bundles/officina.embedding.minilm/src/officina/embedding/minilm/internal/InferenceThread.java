// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.api.memory.EmbedderState;
import officina.base.Redacted;
import officina.base.Threads;
import officina.embedding.minilm.internal.onnx.EmbeddingFailures;
import officina.embedding.minilm.internal.onnx.SentenceModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that runs the model, because a native call keeps its carrier: it is there, and the model is loaded, from
 * the first task until nothing was asked for a while. Urgent tasks go first.
 */
final class InferenceThread implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InferenceThread.class);

    private final Supplier<SentenceModel> loader;
    private final Duration patience;
    private final PriorityBlockingQueue<Task> tasks = new PriorityBlockingQueue<>();
    private @Nullable Refusal refusal;
    private EmbedderState state = new EmbedderState.Asleep();
    private boolean running;
    private boolean closed;
    private long asked;

    /** That the model could not be loaded, and when. */
    private record Refusal(FailureException failure, long nanos) {}

    /** A text that waits for its vector. */
    private record Task(boolean urgent, long number, int[] tokens, CompletableFuture<float[]> vector)
            implements Comparable<Task> {

        @Override
        public int compareTo(Task other) {
            return urgent == other.urgent ? Long.compare(number, other.number) : urgent ? -1 : 1;
        }
    }

    /**
     * @param loader loads the model; throws a {@link FailureException}
     * @param patience how long the model is kept without a task, and how long one that cannot be loaded is left alone
     */
    InferenceThread(Supplier<SentenceModel> loader, Duration patience) {
        this.loader = loader;
        this.patience = patience;
    }

    /**
     * Asks for the vector of a text with these tokens. Where the model could not be loaded just now, only something urgent
     * has that tried again: thousands of texts may follow, and each try unpacks, compares and logs.
     */
    synchronized CompletableFuture<float[]> ask(int[] tokens, boolean urgent) {
        if (closed) {
            throw EmbeddingFailures.closed();
        }
        Refusal just = refusal;
        if (just != null && !urgent && !running && System.nanoTime() - just.nanos() < patience.toNanos()) {
            return CompletableFuture.failedFuture(just.failure());
        }
        Task task = new Task(urgent, asked++, tokens, new CompletableFuture<>());
        tasks.add(task);
        if (!running) {
            running = true;
            Threads.startPlatform("embeddings", this::run);
        }
        return task.vector();
    }

    synchronized EmbedderState state() {
        return state;
    }

    private void run() {
        try {
            SentenceModel model = load();
            try (model) {
                workOff(model);
            }
        } catch (RuntimeException | Error e) {
            failAll(e);
        }
    }

    private SentenceModel load() {
        try {
            SentenceModel model = loader.get();
            loaded();
            return model;
        } catch (FailureException e) {
            refused(e);
            throw e;
        }
    }

    private synchronized void loaded() {
        refusal = null;
        state = new EmbedderState.Ready();
    }

    private synchronized void refused(FailureException failure) {
        refusal = new Refusal(failure, System.nanoTime());
    }

    private void workOff(SentenceModel model) {
        while (true) {
            Task task = next();
            if (task == null) {
                return;
            }
            if (!task.vector().isDone()) {
                try {
                    task.vector().complete(model.run(task.tokens()));
                } catch (RuntimeException | Error e) {
                    task.vector().completeExceptionally(e);
                    throw e;
                }
            }
        }
    }

    private @Nullable Task next() {
        Task task = tasks.poll();
        if (task == null && !isClosed()) {
            try {
                task = tasks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
            }
        }
        return task == null || task.tokens().length == 0 ? end() : task;
    }

    /** Nothing more to do, unless a task came in this moment. */
    private synchronized @Nullable Task end() {
        Task late = tasks.poll();
        if (late != null && late.tokens().length > 0) {
            return late;
        }
        running = false;
        state = new EmbedderState.Asleep();
        return null;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void failAll(Throwable reason) {
        FailureException failure = reason instanceof FailureException known ? known : EmbeddingFailures.broken(reason);
        log.warn("texts cannot be compared by meaning: {}", failure.failure().code(), Redacted.of(reason));
        state = new EmbedderState.Unavailable(failure.failure());
        running = false;
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            task.vector().completeExceptionally(failure);
        }
    }

    /** Whoever waits gets a failure; what runs at this moment is finished by the thread. */
    @Override
    public synchronized void close() {
        closed = true;
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            task.vector().completeExceptionally(EmbeddingFailures.closed());
        }
        // wakes the thread, which ends
        tasks.add(new Task(true, asked++, new int[0], new CompletableFuture<>()));
    }
}
