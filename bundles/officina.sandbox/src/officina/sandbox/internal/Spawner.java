// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import officina.base.Threads;

/**
 * Starts every process from one thread that lives as long as this does. The kernel ends a child when the
 * <em>thread</em> that started it ends, and threads of a pool, or below virtual ones, may end at any time.
 */
final class Spawner implements AutoCloseable {

    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Starting starting;
    private final Set<Process> running = new HashSet<>();
    private boolean closed;

    /** What starts a process. */
    interface Starting {
        Process start(ProcessBuilder builder) throws IOException;
    }

    /** A process to be started; without a builder, the last one. */
    private record Order(ProcessBuilder builder, CompletableFuture<Process> done) {}

    Spawner() {
        this(ProcessBuilder::start);
    }

    Spawner(Starting starting) {
        this.starting = starting;
        Threads.startPlatform("sandbox-spawner", this::work);
    }

    /** Starts it and waits until that is done. */
    Process start(ProcessBuilder builder) throws IOException {
        Order order = new Order(builder, new CompletableFuture<>());
        synchronized (this) {
            if (closed) {
                throw new IOException("no process is started any more");
            }
            orders.add(order);
        }
        try {
            return order.done().join();
        } catch (CompletionException e) {
            throw new IOException("the process was not started", e.getCause());
        }
    }

    private void work() {
        Order order = new Order(new ProcessBuilder(), new CompletableFuture<>());
        try {
            for (order = orders.take(); !order.builder().command().isEmpty(); order = orders.take()) {
                fulfil(order);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // an error ends this thread as well, and nobody may wait for it then
            end(order);
        }
    }

    private void fulfil(Order order) {
        try {
            Process process = starting.start(order.builder());
            keep(process);
            order.done().complete(process);
        } catch (IOException | RuntimeException e) {
            order.done().completeExceptionally(e);
        }
    }

    private void keep(Process process) {
        boolean late;
        synchronized (this) {
            running.add(process);
            late = closed;
        }
        process.onExit().thenRun(() -> forget(process));
        if (late) {
            kill(process);
        }
    }

    private synchronized void forget(Process process) {
        running.remove(process);
    }

    private void end(Order inHand) {
        synchronized (this) {
            closed = true;
        }
        IOException none = new IOException("no process is started any more");
        inHand.done().completeExceptionally(none);
        for (Order each = orders.poll(); each != null; each = orders.poll()) {
            each.done().completeExceptionally(none);
        }
    }

    /** Ends whatever it started, and the thread. What has only just begun is not bound to the thread yet. */
    @Override
    public void close() {
        List<Process> all;
        synchronized (this) {
            if (!closed) {
                closed = true;
                orders.add(new Order(new ProcessBuilder(), new CompletableFuture<>()));
            }
            all = List.copyOf(running);
        }
        all.forEach(Spawner::kill);
    }

    private static void kill(Process process) {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
