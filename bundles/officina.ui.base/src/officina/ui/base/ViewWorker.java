// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import officina.base.Threads;

/**
 * The thread on which a view works besides the UI thread: one task at a time, in order. What a task throws is handed on,
 * so that the view can say so instead of waiting for an answer for ever. Any thread may give it tasks; after closing they
 * are passed over.
 */
final class ViewWorker implements Executor, AutoCloseable {

    private final ExecutorService thread;
    private final Consumer<Throwable> failed;

    /** @param failed told on the worker's thread */
    ViewWorker(String name, Consumer<Throwable> failed) {
        thread = Threads.inOrder(name);
        this.failed = failed;
    }

    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(watched(task, failed));
        } catch (RejectedExecutionException e) {
            // the view is gone, and with it whoever wanted this
        }
    }

    /** The task; what it throws goes there. */
    static Runnable watched(Runnable task, Consumer<Throwable> failed) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                failed.accept(e);
            }
        };
    }

    /** Lets the task at work end; waits for nothing. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
