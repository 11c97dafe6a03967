// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import officina.api.chat.ChatRequest;
import officina.api.chat.DocumentPassage;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.base.Redacted;
import officina.core.run.IntentsState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.internal.log.RunAddress;
import officina.orchestrator.Orchestrator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work on one run: calls the orchestrator until the run waits or ends. For the thread of the run, and once. */
final class Drive {

    private static final Logger log = LoggerFactory.getLogger(Drive.class);

    /** An orchestrator that neither ends nor waits is stopped after so many calls. */
    private static final int MAX_CALLS = 1_000;

    /**
     * How the work on a run ended.
     *
     * @param events that have yet to be written; none where the run waits or has ended by itself
     * @param stoppedBy our own trouble that stopped a run which is fine itself
     */
    record End(List<RunEvent> events, @Nullable Failure stoppedBy) {
        static final End WRITTEN = new End(List.of(), null);
    }

    private final RunServices services;
    private final Supplier<Orchestrator> orchestrator;
    private final Shielded shielded;
    private final RunAddress address;
    private final CountDownLatch ended = new CountDownLatch(1);
    /** What fits in what came with the message; read once, however often an agent or a model is asked. */
    private @Nullable List<DocumentPassage> attached;

    private @Nullable Thread thread;
    private boolean interrupted;
    private boolean cancelled;
    private boolean over;

    Drive(RunServices services, Supplier<Orchestrator> orchestrator, Shielded shielded, RunAddress address) {
        this.services = services;
        this.orchestrator = orchestrator;
        this.shielded = shielded;
        this.address = address;
    }

    RunAddress address() {
        return address;
    }

    /** Whether this work will cancel the run; any thread. */
    synchronized boolean cancel() {
        if (over) {
            return false;
        }
        cancelled = true;
        interrupt();
        return true;
    }

    /** Stops the work as soon as it listens; any thread, and also before it begins. */
    synchronized void interrupt() {
        interrupted = true;
        if (thread != null && !over) {
            thread.interrupt();
        }
    }

    /** Nothing more is to be waited for: the end is written, or cannot be now. */
    void ended() {
        ended.countDown();
    }

    /** False when it has not ended in time, or the caller was interrupted. */
    boolean awaitEnd(Duration limit) {
        try {
            return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Works, until there is no more to do or something is in the way. */
    End work() {
        begin();
        End end;
        try {
            advance();
            end = End.WRITTEN;
        } catch (FailureException e) {
            end = failed(e.failure(), e);
        } catch (InterruptedException | RuntimeException | Error e) {
            end = failed(unexpected(), e);
        }
        return wasCancelled() ? new End(List.of(new RunEvent.RunCancelled()), null) : end;
    }

    /** Whether the run could be worked on now. */
    boolean isRunning() {
        try {
            return require().phase() == RunPhase.RUNNING;
        } catch (FailureException e) {
            log.warn("run {} cannot be read: {}", address.run(), e.failure().code());
            return false;
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        if (interrupted) {
            thread.interrupt();
        }
    }

    private synchronized boolean wasCancelled() {
        over = true;
        Thread.interrupted();
        return cancelled;
    }

    private synchronized boolean wasInterrupted() {
        return interrupted;
    }

    private void advance() throws InterruptedException {
        RunState state = require();
        for (int calls = 0; state.phase() == RunPhase.RUNNING; calls++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("the run was cancelled");
            }
            if (calls == MAX_CALLS) {
                throw new IllegalStateException("the orchestrator neither ends the run nor lets it wait");
            }
            call(state);
            RunState next = require();
            if (next.lastSeq() == state.lastSeq()) {
                throw new IllegalStateException("the orchestrator left a run without doing anything");
            }
            state = next;
        }
    }

    private void call(RunState state) throws InterruptedException {
        ChatRequest request = state.head().request();
        if (request == null) {
            throw new IllegalStateException("a run without a request is not for an orchestrator");
        }
        try (EngineRunContext context = new EngineRunContext(services, address, request, shielded)) {
            if (asksAgents(state)) {
                attached = context.attach(attached);
            }
            orchestrator.get().advance(state, context);
        }
    }

    /** Whether an agent or a model may still be asked; the steps of a plan need nothing that came with the message. */
    private static boolean asksAgents(RunState state) {
        IntentsState intents = state.intents();
        return state.plan() == null
                || intents != null && intents.current() < intents.all().size();
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

    /** Trouble with our own storage fails no run: with room on the disk it can go on from where it was. */
    private End failed(Failure failure, Throwable cause) {
        if (wasInterrupted()) {
            log.debug("run {} was stopped", address.run());
        } else if (failure.kind() == ErrorKind.INTERNAL) {
            log.error("run {} failed: {}", address.run(), failure.code(), Redacted.of(cause));
        } else {
            log.info("run {} failed: {}", address.run(), failure.code());
        }
        return failure.isStorageTrouble()
                ? new End(List.of(new RunEvent.RunInterrupted(failure)), failure)
                : new End(List.of(new RunEvent.RunFailed(failure)), null);
    }

    private static Failure unexpected() {
        return Failure.of(
                "internal.unexpected",
                ErrorKind.INTERNAL,
                "Something unexpected happened inside Officina while it worked on this.",
                "Try again; if it happens again, the log in the data folder says more.");
    }
}
