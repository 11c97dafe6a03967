// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.Optional;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/** Something asked of a server, which may be given up. Any thread. */
public final class Question {

    private @Nullable Thread asking;
    private boolean cancelled;

    /** Work that asks. */
    public interface Work<T> {
        T ask() throws InterruptedException;
    }

    /** Asks; empty when it was given up meanwhile, whatever came of it. */
    public <T> Optional<T> ask(Work<T> work) throws InterruptedException {
        synchronized (this) {
            if (cancelled) {
                return Optional.empty();
            }
            asking = Thread.currentThread();
        }
        try {
            T answer = work.ask();
            return ended() ? Optional.empty() : Optional.of(answer);
        } catch (FailureException | InterruptedException failed) {
            if (ended()) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** From now on nobody interrupts this thread; says whether it was given up. */
    private synchronized boolean ended() {
        asking = null;
        if (cancelled) {
            // what was meant for the work must not reach whatever the thread does next
            Thread.interrupted();
        }
        return cancelled;
    }

    public synchronized void cancel() {
        cancelled = true;
        if (asking != null) {
            asking.interrupt();
        }
    }
}
