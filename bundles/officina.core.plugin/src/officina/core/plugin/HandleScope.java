// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

/** The life of the handles of one call. Close it when the call returns; the handles refuse to work from then on. */
public final class HandleScope implements AutoCloseable {

    private volatile boolean closed;

    /** Throws {@link IllegalStateException} when the call has ended. */
    public void check() {
        if (closed) {
            throw new IllegalStateException("a handle is valid only until the call it was given to returns");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
