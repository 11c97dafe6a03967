// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs the engine's own work for a run on a thread that is never interrupted. Cancelling a run interrupts its thread, and
 * an interrupt in the middle of file I/O would close the file for everybody.
 */
final class Shielded {

    private final ExecutorService executor;

    Shielded(ExecutorService executor) {
        this.executor = executor;
    }

    /** The result of the work, or what it throws; an interrupt that arrives meanwhile is kept for the caller to notice. */
    <T> T call(Supplier<T> work) {
        Future<T> result = executor.submit(work::get);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    switch (e.getCause()) {
                        case RuntimeException failure -> throw failure;
                        case Error error -> throw error;
                        case null, default ->
                            throw new IllegalStateException("a supplier throws nothing else", e.getCause());
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
