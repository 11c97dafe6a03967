// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes how runs end, again and again while the disk has no room for it. Whoever waits for such a run is told what is
 * in the way. What is never written is found at the next start, and the run offered for resume.
 */
final class RunEnds {

    private static final Logger log = LoggerFactory.getLogger(RunEnds.class);

    private final EventLog events;
    private final Shielded shielded;
    private final CountDownLatch closing;
    private final Duration pause;
    private final Map<RunId, Failure> troubles = new ConcurrentHashMap<>();

    /**
     * @param closing open when it is time to give up
     * @param pause between two tries
     */
    RunEnds(EventLog events, Shielded shielded, CountDownLatch closing, Duration pause) {
        this.events = events;
        this.shielded = shielded;
        this.closing = closing;
        this.pause = pause;
    }

    /** What stopped the run, or keeps its end from being written; {@code null} where nothing does. */
    @Nullable
    Failure trouble(RunId run) {
        return troubles.get(run);
    }

    /** The run goes on. */
    void forget(RunId run) {
        troubles.remove(run);
    }

    /**
     * Whether the run has an end in the journal now, this one or that of somebody who was faster.
     *
     * @param stuck called when it cannot be written at once
     */
    boolean write(RunAddress address, Drive.End end, Runnable stuck) {
        Failure known = end.stoppedBy();
        if (known != null) {
            troubles.put(address.run(), known);
        }
        for (boolean first = true; ; first = false) {
            Failure trouble = tried(address, end.events());
            if (trouble == null) {
                if (known == null) {
                    forget(address.run());
                }
                return true;
            }
            troubles.put(address.run(), trouble);
            if (first) {
                log.warn("the end of run {} cannot be written now: {}", address.run(), trouble.code());
                events.wake(address.session());
                stuck.run();
            }
            if (!trouble.retryable() || closed()) {
                return false;
            }
        }
    }

    private @Nullable Failure tried(RunAddress address, List<RunEvent> end) {
        try {
            shielded.call(() -> events.append(address, end));
            return null;
        } catch (FailureException e) {
            return e.failure();
        } catch (IllegalStateException e) {
            log.debug("run {} had ended already", address.run());
            return null;
        }
    }

    private boolean closed() {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
