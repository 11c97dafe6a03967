// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.util.function.Consumer;
import officina.api.error.Failure;
import org.jspecify.annotations.Nullable;

/** A request that waits and may be ended from outside, by an interrupt of its thread. */
final class Waiting {

    /** May end early. */
    interface Work {
        void run() throws InterruptedException;
    }

    private @Nullable Thread thread;
    private @Nullable Failure ended;

    /** Runs the work, unless ended before. */
    void run(Work work, Consumer<Failure> whenEnded) {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            if (reason() == null) {
                work.run();
                return;
            }
        } catch (InterruptedException e) {
            // only end() interrupts this thread, which is the request's own
        } finally {
            synchronized (this) {
                thread = null;
            }
        }
        Failure reason = reason();
        whenEnded.accept(reason == null ? officina.engine.wire.WireFailures.closed() : reason);
    }

    private synchronized @Nullable Failure reason() {
        return ended;
    }

    synchronized void end(Failure reason) {
        if (ended == null) {
            ended = reason;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
