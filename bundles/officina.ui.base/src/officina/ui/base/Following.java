// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.base.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a view listens to: begun and ended on threads of its own, because either may wait for an engine, and the UI thread
 * must not. After closing, what was heard may still be on its way, so that a listener posts to where it is dropped.
 */
public final class Following implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final String THREAD = "view-following";

    private @Nullable AutoCloseable open;
    private boolean closed;

    private Following() {}

    /** Begins soon; an engine that is gone by then is passed over, because its views are made anew. Any thread. */
    public static Following of(Supplier<? extends AutoCloseable> beginning) {
        Following following = new Following();
        Threads.start(THREAD, () -> following.begin(beginning));
        return following;
    }

    /** Something that is there already, to be ended as said. */
    public static Following of(AutoCloseable begun) {
        Following following = new Following();
        following.open = begun;
        return following;
    }

    private void begin(Supplier<? extends AutoCloseable> beginning) {
        AutoCloseable begun;
        try {
            begun = beginning.get();
        } catch (FailureException e) {
            log.debug("nothing to follow: {}", e.failure().code());
            return;
        }
        synchronized (this) {
            if (!closed) {
                open = begun;
                return;
            }
        }
        end(begun);
    }

    /** Ends it soon. */
    @Override
    public void close() {
        AutoCloseable ending;
        synchronized (this) {
            closed = true;
            ending = open;
            open = null;
        }
        if (ending != null) {
            Threads.start(THREAD, () -> end(ending));
        }
    }

    private static void end(AutoCloseable ending) {
        try {
            ending.close();
        } catch (Exception e) {
            log.warn("what a view listened to did not end as it should", Redacted.of(e));
        }
    }
}
