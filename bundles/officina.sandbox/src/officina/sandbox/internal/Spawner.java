// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
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
    private boolean closed;

    /** A process to be started; without a builder, the last one. */
    private record Order(ProcessBuilder builder, CompletableFuture<Process> done) {}

    Spawner() {
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
        try {
            while (true) {
                Order order = orders.take();
                if (order.builder().command().isEmpty()) {
                    return;
                }
                try {
                    order.done().complete(order.builder().start());
                } catch (IOException | RuntimeException e) {
                    order.done().completeExceptionally(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread, and with it whatever it started. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            orders.add(new Order(new ProcessBuilder(), new CompletableFuture<>()));
        }
    }
}
