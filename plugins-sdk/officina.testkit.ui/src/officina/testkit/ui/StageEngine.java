// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Threads;
import officina.engine.Engine;
import officina.ui.base.EngineAccess;
import officina.ui.base.EngineState;
import officina.ui.base.EngineWork;
import officina.ui.base.UiThread;

/** The way to an engine that a test chooses; its work runs off the UI thread, as in the product. */
public final class StageEngine implements EngineAccess {

    private final UiThread ui;
    private final CopyOnWriteArrayList<Consumer<EngineState>> listeners = new CopyOnWriteArrayList<>();
    private boolean erased;
    private EngineState state = new EngineState.Starting();

    StageEngine(UiThread ui) {
        this.ui = ui;
    }

    /** Makes the views see that state. UI thread. */
    public void become(EngineState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    @Override
    public EngineState state() {
        return state;
    }

    @Override
    public AutoCloseable onState(Consumer<EngineState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    @Override
    public <T> AutoCloseable call(EngineWork<T> work, Consumer<T> onResult, Consumer<Failure> onFailure) {
        AtomicBoolean dropped = new AtomicBoolean();
        if (!(state instanceof EngineState.Ready(Engine engine))) {
            Failure failure = Failure.of("engine.not-ready", ErrorKind.RESOURCE, "There is no engine yet.", null);
            ui.post(() -> onFailure.accept(failure));
            return () -> {};
        }
        Threads.start("stage-call", () -> run(work, engine, onResult, onFailure, dropped));
        return () -> dropped.set(true);
    }

    private <T> void run(
            EngineWork<T> work,
            Engine engine,
            Consumer<T> onResult,
            Consumer<Failure> onFailure,
            AtomicBoolean dropped) {
        Runnable outcome;
        try {
            T result = work.on(engine);
            outcome = () -> onResult.accept(result);
        } catch (FailureException e) {
            outcome = () -> onFailure.accept(e.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Runnable told = outcome;
        ui.post(() -> {
            if (!dropped.get()) {
                told.run();
            }
        });
    }

    @Override
    public void retry() {
        become(state);
    }

    @Override
    public void erase(Consumer<Failure> refused) {
        erased = true;
    }

    /** Whether a view has asked for the end of all data. */
    public boolean erased() {
        return erased;
    }

    @Override
    public void unlock(char[] passphrase) {
        throw new UnsupportedOperationException("the stage has no vault");
    }
}
