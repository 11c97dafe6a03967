// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * Something that is opened at its first use and closed with the engine, if it was opened at all. Where opening fails the
 * next use tries again. Any thread.
 */
final class OnDemand<T extends AutoCloseable> {

    private final Supplier<T> opener;
    private volatile @Nullable T open;
    private boolean closed;

    OnDemand(Supplier<T> opener) {
        this.opener = opener;
    }

    /** Opens it, where that has not been done. {@code engine.closed} afterwards. */
    T get() {
        T known = open;
        return known == null ? opened() : known;
    }

    private synchronized T opened() {
        if (closed) {
            throw new FailureException(
                    Failure.of("engine.closed", ErrorKind.RESOURCE, "Officina is closing.", "Start it again."));
        }
        T known = open;
        if (known == null) {
            known = opener.get();
            open = known;
        }
        return known;
    }

    /** What is open; {@code null} before the first use. */
    @Nullable
    T peek() {
        return open;
    }

    /** Gives what is to be closed, once; {@code null} where there is nothing. */
    synchronized @Nullable T end() {
        closed = true;
        T known = open;
        open = null;
        return known;
    }
}
