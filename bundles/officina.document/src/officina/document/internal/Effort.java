// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.LongSupplier;

/** What one document has cost until now. Everything that reads asks it often, so that nothing goes on without end. */
public final class Effort {

    /** Too much time was spent. Libraries may swallow it, so {@link Effort#isSpent} stays true. */
    public static final class SpentException extends IOException {

        private static final long serialVersionUID = 1L;

        private SpentException() {
            super("the time for this document is over");
        }
    }

    private final LongSupplier nanos;
    private final long start;
    private final long most;
    private boolean spent;

    /** @param nanos a clock that only goes forward */
    public Effort(Limits limits, LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.most = limits.time().toNanos();
    }

    /** Throws when the thread was interrupted or the time is over. The mark of the interruption stays. */
    public void check() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("cancelled");
        }
        if (spent || nanos.getAsLong() - start > most) {
            spent = true;
            throw new SpentException();
        }
    }

    /** Whether the time was found to be over. */
    public boolean isSpent() {
        return spent;
    }
}
