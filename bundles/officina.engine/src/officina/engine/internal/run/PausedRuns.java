// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that a full disk has stopped. Each says so in its events and goes on by itself when there is room: enough of it,
 * so that it is not stopped and resumed for each byte that becomes free. After the end of the program it is offered for
 * resume, as any run that was stopped.
 */
final class PausedRuns {

    private static final Logger log = LoggerFactory.getLogger(PausedRuns.class);

    private final EventLog events;
    private final Shielded shielded;
    private final CountDownLatch closing;
    private final BooleanSupplier room;
    private final Duration pause;
    private final Set<RunId> waiting = ConcurrentHashMap.newKeySet();

    /**
     * @param closing open when nobody is to wait any more
     * @param pause between two looks
     */
    PausedRuns(EventLog events, Shielded shielded, CountDownLatch closing, BooleanSupplier room, Duration pause) {
        this.events = events;
        this.shielded = shielded;
        this.closing = closing;
        this.room = room;
        this.pause = pause;
    }

    /** Whether that end is one that room on the disk takes back. */
    static boolean isPause(Drive.End end) {
        Failure reason = end.stoppedBy();
        return reason != null && reason.retryable();
    }

    int count() {
        return waiting.size();
    }

    /**
     * Waits on the thread of the run, which holds nothing, and lets the run go on when there is room. Ends before that
     * when the engine closes, or the person has done something about the run meanwhile.
     */
    void awaitRoom(RunAddress address) {
        waiting.add(address.run());
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!isInterrupted(address)) {
                    return;
                }
                if (room.getAsBoolean() && resumed(address)) {
                    log.info("run {} goes on: there is room on the disk", address.run());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(address.run());
        }
    }

    private boolean isInterrupted(RunAddress address) {
        try {
            RunState run = shielded.call(() -> events.state(address.session()).run(address.run()));
            return run != null && run.phase() == RunPhase.INTERRUPTED;
        } catch (FailureException e) {
            log.debug("run {} cannot be read: {}", address.run(), e.failure().code());
            return false;
        }
    }

    private boolean resumed(RunAddress address) {
        RunAddress ours = new RunAddress(address.session(), address.run(), new Origin(List.of(PluginId.OFFICINA)));
        try {
            shielded.call(() -> events.append(ours, List.of(new RunEvent.RunResumed())));
            return true;
        } catch (FailureException e) {
            log.debug("run {} cannot go on yet: {}", address.run(), e.failure().code());
            return false;
        } catch (IllegalStateException e) {
            log.debug("somebody was faster with run {}", address.run());
            return false;
        }
    }
}
