// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Owns what must be released together. Register at the moment of creation; closed in reverse order, once. Safe for use
 * by any thread; {@link #close()} waits for nothing but the resources' own {@code close}.
 */
public final class Closeables implements AutoCloseable {

    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private boolean closed;

    /** Takes ownership and returns the resource. After {@link #close()} the resource is closed and this throws. */
    public <T extends AutoCloseable> T own(T resource) {
        synchronized (this) {
            if (!closed) {
                owned.push(resource);
                return resource;
            }
        }
        IllegalStateException late = new IllegalStateException("already closed; it would leak " + resource);
        try {
            resource.close();
        } catch (Exception e) {
            late.addSuppressed(e);
        }
        throw late;
    }

    /** Closes all, last first. The first error is thrown when all are closed; later ones are suppressed in it. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (AutoCloseable each = next(); each != null; each = next()) {
            try {
                each.close();
            } catch (Exception | Error e) {
                // whatever it was, the others hold locks and files
                if (first == null) {
                    first = new IllegalStateException("close failed: " + each, e);
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        closed = true;
        return owned.poll();
    }
}
