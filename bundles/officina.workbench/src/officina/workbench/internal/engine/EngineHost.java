// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.base.Threads;
import officina.engine.Engine;
import officina.ui.base.EngineAccess;
import officina.ui.base.EngineState;
import officina.ui.base.EngineWork;
import officina.ui.base.UiThread;
import officina.vault.PassphraseSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the engine off the UI thread, says how that goes, and closes the engine with the window. The state belongs to
 * the UI thread; {@link #call} may be called by any.
 */
public final class EngineHost implements EngineAccess, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EngineHost.class);

    /** The way to an engine. */
    public interface Opener {

        /**
         * Opens the data folder with passphrases from there, or attaches to who has it open. Blocks.
         *
         * @param lost to be run, on any thread, when the engine is gone although nobody here closed it
         */
        Engine open(PassphraseSource passphrases, Runnable lost);
    }

    private final UiThread ui;
    private final Opener opener;
    private final BooleanSupplier leave;
    private final Predicate<Engine> isElsewhere;
    private final ExecutorService work = Threads.perTask("window-call");
    private final PassphraseDesk desk;
    private final CopyOnWriteArrayList<Consumer<EngineState>> listeners = new CopyOnWriteArrayList<>();
    private volatile EngineState state = new EngineState.Starting();
    private boolean opening;
    private int openings;
    private int lost;
    private boolean erasing;

    /**
     * @param leave ends the program as the person would; false where something kept it open
     * @param isElsewhere whether that engine is one of another process
     */
    public EngineHost(UiThread ui, Opener opener, BooleanSupplier leave, Predicate<Engine> isElsewhere) {
        this.ui = ui;
        this.leave = leave;
        this.isElsewhere = isElsewhere;
        this.opener = opener;
        desk = new PassphraseDesk(request -> ui.post(() -> become(request)));
    }

    /** Begins to open the data folder, unless it is being opened already. */
    public void start() {
        ui.assertHere();
        if (opening || state instanceof EngineState.Ready || state instanceof EngineState.Closed) {
            return;
        }
        opening = true;
        int number = ++openings;
        become(new EngineState.Starting());
        work.execute(() -> open(number));
    }

    @Override
    public EngineState state() {
        return state;
    }

    @Override
    public AutoCloseable onState(Consumer<EngineState> listener) {
        ui.assertHere();
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    @Override
    public <T> AutoCloseable call(EngineWork<T> wanted, Consumer<T> onResult, Consumer<Failure> onFailure) {
        AtomicBoolean dropped = new AtomicBoolean();
        Runnable task = () -> {
            Runnable outcome = outcome(wanted, onResult, onFailure);
            ui.post(() -> {
                if (!dropped.get()) {
                    outcome.run();
                }
            });
        };
        try {
            work.execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("a view asked for something while the window was closing");
        }
        return () -> dropped.set(true);
    }

    @Override
    public void retry() {
        if (state instanceof EngineState.Failed) {
            start();
        }
    }

    @Override
    public void unlock(char[] passphrase) {
        if (state instanceof EngineState.NeedsPassphrase) {
            become(new EngineState.Starting());
            desk.answer(passphrase);
        }
    }

    @Override
    public void erase(Consumer<Failure> refused) {
        ui.assertHere();
        if (state instanceof EngineState.Ready(Engine engine) && isElsewhere.test(engine)) {
            refused.accept(Failure.of(
                    "data.held-elsewhere", ErrorKind.USER, Words.HELD_ELSEWHERE.text(), Words.HELD_REMEDY.text()));
            return;
        }
        // what is kept open now may be closed later for another reason
        erasing = leave.getAsBoolean();
    }

    /** Whether the data is to be erased once this is closed. */
    public boolean erasing() {
        return erasing;
    }

    /** Ends calls, then closes the engine; waits for both, each with a limit of its own. */
    @Override
    public void close() {
        EngineState last = state;
        become(new EngineState.Closed());
        desk.close();
        work.shutdown();
        if (last instanceof EngineState.Ready(Engine engine)) {
            try {
                engine.close();
            } catch (RuntimeException e) {
                log.error("the engine did not close as it should", Redacted.of(e));
            }
        }
    }

    private void open(int number) {
        try {
            Engine engine = opener.open(desk, () -> ui.post(() -> lost(number)));
            ui.post(() -> opened(engine, number));
        } catch (FailureException e) {
            ui.post(() -> failed(e.failure()));
        } catch (RuntimeException | Error e) {
            log.error("the data folder did not open", Redacted.of(e));
            ui.post(() -> failed(unexpected()));
        }
    }

    private void opened(Engine engine, int number) {
        opening = false;
        if (state instanceof EngineState.Closed) {
            work.close();
            engine.close();
        } else {
            become(new EngineState.Ready(engine));
            if (lost == number) {
                lost(number);
            }
        }
    }

    /** The process that had the data open has ended: this one takes its place, or attaches to who was faster. */
    private void lost(int number) {
        lost = number;
        if (number == openings && state instanceof EngineState.Ready(Engine gone)) {
            log.info("the engine of the other process is gone");
            become(new EngineState.Starting());
            work.execute(gone::close);
            start();
        }
    }

    private void failed(Failure failure) {
        opening = false;
        if (failure.code().equals("vault.wrong-passphrase")) {
            desk.wasWrong(failure);
            start();
        } else {
            become(new EngineState.Failed(failure));
        }
    }

    private void become(EngineState next) {
        if (!(state instanceof EngineState.Closed)) {
            state = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    private <T> Runnable outcome(EngineWork<T> wanted, Consumer<T> onResult, Consumer<Failure> onFailure) {
        if (!(state instanceof EngineState.Ready(Engine engine))) {
            return () -> onFailure.accept(Failure.of(
                    "engine.not-ready", ErrorKind.RESOURCE, Words.NOT_READY.text(), Words.NOT_READY_REMEDY.text()));
        }
        try {
            T result = wanted.on(engine);
            return () -> onResult.accept(result);
        } catch (FailureException e) {
            return () -> onFailure.accept(e.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        } catch (RuntimeException | Error e) {
            log.error("a call of a view failed", Redacted.of(e));
            return () -> onFailure.accept(unexpected());
        }
    }

    private static Failure unexpected() {
        return Failure.of(
                "internal.unexpected", ErrorKind.INTERNAL, Words.UNEXPECTED.text(), Words.UNEXPECTED_REMEDY.text());
    }
}
