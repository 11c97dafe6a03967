// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import officina.api.chat.ChatRequest;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.base.Threads;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.internal.log.RunAddress;
import officina.orchestrator.Orchestrator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives runs that are RUNNING: one virtual thread each, while there is work; none while a run waits for the person. */
public final class RunDriver implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunDriver.class);

    /** An orchestrator that neither ends nor waits is stopped after so many calls. */
    private static final int MAX_CALLS = 1_000;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

    private final RunServices services;
    private final Supplier<Orchestrator> orchestrator;
    private final ExecutorService executor = Threads.perTask("run");
    private final ExecutorService shieldedWork = Threads.perTask("run-io");
    private final Shielded shielded = new Shielded(shieldedWork);
    private final Map<RunId, Drive> active = new ConcurrentHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    public RunDriver(RunServices services, Supplier<Orchestrator> orchestrator) {
        this.services = services;
        this.orchestrator = orchestrator;
    }

    /** Sees to it that somebody works on the run. Returns at once. */
    public void drive(RunAddress address) {
        if (closing.get()) {
            return;
        }
        Drive drive = new Drive(address);
        if (active.putIfAbsent(address.run(), drive) == null) {
            executor.execute(drive);
        }
    }

    /**
     * Cancels the run, whether somebody works on it or it waits. Returns when it is cancelled; work that does not stop
     * is waited for up to 10 s, and its run is cancelled when it does.
     */
    public void cancel(RunAddress address) {
        Drive drive = active.get(address.run());
        if (drive == null || !drive.cancel()) {
            services.log().append(address, List.of(new RunEvent.RunCancelled()));
        } else if (!drive.awaitEnd()) {
            log.warn("the work on run {} does not stop", address.run());
        }
    }

    /** Ends the work on all runs without ending the runs: they are offered for resume at the next start. */
    @Override
    public void close() {
        closing.set(true);
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

    /** The work on one run. */
    private final class Drive implements Runnable {
        private final RunAddress address;
        private final CountDownLatch ended = new CountDownLatch(1);
        private @Nullable Thread thread;
        private boolean cancelled;
        private boolean over;

        Drive(RunAddress address) {
            this.address = address;
        }

        /** Whether this work will end the run. */
        synchronized boolean cancel() {
            if (over) {
                return false;
            }
            cancelled = true;
            interrupt();
            return true;
        }

        /** False when it has not ended in time, or the caller was interrupted. */
        boolean awaitEnd() {
            try {
                return ended.await(CANCEL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        synchronized void interrupt() {
            if (thread != null && !over) {
                thread.interrupt();
            }
        }

        @Override
        public void run() {
            begin();
            try {
                for (int calls = 0; calls < MAX_CALLS && running(); calls++) {
                    advance();
                }
            } catch (InterruptedException e) {
                log.debug("run {} interrupted", address.run());
            } catch (FailureException e) {
                fail(e.failure(), e);
            } catch (RuntimeException e) {
                fail(unexpected(), e);
            } finally {
                try {
                    end();
                } finally {
                    ended.countDown();
                }
            }
        }

        private void advance() throws InterruptedException {
            RunState state = require();
            ChatRequest request = state.head().request();
            if (request == null) {
                throw new IllegalStateException("a run without a request is not for an orchestrator");
            }
            try (EngineRunContext context = new EngineRunContext(services, address, request, shielded)) {
                orchestrator.get().advance(state, context);
            }
            if (require().lastSeq() == state.lastSeq()) {
                throw new IllegalStateException("the orchestrator left a run without doing anything");
            }
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            if (cancelled || closing.get()) {
                thread.interrupt();
            }
        }

        private boolean running() throws InterruptedException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("the run was cancelled");
            }
            return require().phase() == RunPhase.RUNNING;
        }

        private RunState require() {
            return shielded.call(() -> {
                RunState state = services.log().state(address.session()).run(address.run());
                if (state == null) {
                    throw new IllegalStateException("a run that is driven is in its session");
                }
                return state;
            });
        }

        private void fail(Failure failure, RuntimeException cause) {
            if (failure.kind() == ErrorKind.INTERNAL) {
                log.error("run {} failed: {}", address.run(), failure.code(), cause);
            } else {
                log.info("run {} failed: {}", address.run(), failure.code());
            }
            conclude(new RunEvent.RunFailed(failure));
        }

        private void conclude(RunEvent event) {
            try {
                shielded.call(() -> services.log().append(address, List.of(event)));
            } catch (RuntimeException e) {
                log.warn("the end of run {} could not be written; it will be offered for resume", address.run(), e);
            }
        }

        private void end() {
            synchronized (this) {
                over = true;
                Thread.interrupted();
            }
            if (cancelled && !closing.get() && !require().phase().ended()) {
                conclude(new RunEvent.RunCancelled());
            }
            active.remove(address.run(), this);
            if (!closing.get() && require().phase() == RunPhase.RUNNING) {
                drive(address);
            }
        }
    }

    private static Failure unexpected() {
        return Failure.of(
                "internal.unexpected",
                ErrorKind.INTERNAL,
                "Something unexpected happened inside Officina while it worked on this.",
                "Try again; if it happens again, the log in the data folder says more.");
    }
}
