// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.base.Threads;
import officina.engine.internal.log.RunAddress;
import officina.orchestrator.Orchestrator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives runs that are RUNNING: one virtual thread each, while there is work; none while a run waits for the person. */
public final class RunDriver implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunDriver.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RunServices services;
    private final Supplier<Orchestrator> orchestrator;
    private final ExecutorService executor = Threads.perTask("run");
    private final ExecutorService shieldedWork = Threads.perTask("run-io");
    private final Shielded shielded = new Shielded(shieldedWork);
    private final Map<RunId, Drive> active = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final RunEnds ends;
    private final PausedRuns paused;

    /** @param room whether the disk has enough of it for runs that a full disk has stopped to go on; asked every second */
    public RunDriver(RunServices services, Supplier<Orchestrator> orchestrator, BooleanSupplier room) {
        this(services, orchestrator, room, PAUSE);
    }

    /** @param pause between two looks whether the disk has room again */
    RunDriver(RunServices services, Supplier<Orchestrator> orchestrator, BooleanSupplier room, Duration pause) {
        this.services = services;
        this.orchestrator = orchestrator;
        ends = new RunEnds(services.log(), shielded, closing, pause);
        paused = new PausedRuns(services.log(), shielded, closing, room, pause);
    }

    /** Sees to it that somebody works on the run. Returns at once. */
    public void drive(RunAddress address) {
        Drive drive = new Drive(services, orchestrator, shielded, address);
        if (!isClosing() && active.putIfAbsent(address.run(), drive) == null) {
            ends.forget(address.run());
            start(drive);
        }
    }

    /**
     * Cancels the run, whether somebody works on it or it waits. Returns when it is cancelled; work that does not stop
     * is waited for up to 10 s, and its run is cancelled when it does. Throws what keeps that from being written, and
     * {@link IllegalStateException} when the run has ended.
     */
    public void cancel(RunAddress address) {
        Drive drive = active.get(address.run());
        if (drive == null || !drive.cancel()) {
            services.log().append(address, List.of(new RunEvent.RunCancelled()));
        } else if (!drive.awaitEnd(CANCEL_LIMIT)) {
            log.warn("the work on run {} does not stop", address.run());
        } else {
            Failure trouble = trouble(address.run());
            if (trouble != null) {
                throw new FailureException(trouble);
            }
        }
    }

    /** Our own trouble that stopped the run, or keeps its end from being written; {@code null} where there is none. */
    public @Nullable Failure trouble(RunId run) {
        return ends.trouble(run);
    }

    /** How many runs wait for room on the disk. */
    public int paused() {
        return paused.count();
    }

    /** Ends the work on all runs without ending the runs: they are offered for resume at the next start. */
    @Override
    public void close() {
        closing.countDown();
        active.values().forEach(Drive::interrupt);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} runs did not stop in {} s", active.size(), CLOSE_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shieldedWork.shutdown();
    }

    /** Work that was stopped by closing did not fail; what the person cancelled stays cancelled. */
    private boolean isAbandoned(Drive.End end) {
        return isClosing() && !(end.events().getFirst() instanceof RunEvent.RunCancelled);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void start(Drive drive) {
        try {
            executor.execute(() -> work(drive));
        } catch (RejectedExecutionException e) {
            active.remove(drive.address().run(), drive);
            log.debug("run {} is left for the next start", drive.address().run());
        }
    }

    private void work(Drive drive) {
        RunAddress address = drive.address();
        boolean settled;
        Drive.End end;
        try {
            if (isClosing()) {
                return;
            }
            end = drive.work();
            settled = end.events().isEmpty() || !isAbandoned(end) && ends.write(address, end, drive::ended);
        } finally {
            active.remove(address.run(), drive);
            drive.ended();
        }
        if (settled && PausedRuns.isPause(end)) {
            paused.awaitRoom(address);
        }
        // room on the disk, or somebody while this work came to its end, may have let it go on
        if (settled && !isClosing() && drive.isRunning()) {
            drive(address);
        }
    }
}
