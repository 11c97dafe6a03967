// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.function.Consumer;
import officina.api.error.Failure;

/** The way from a view to the engine. UI thread only, unless said otherwise; nothing here blocks. */
public interface EngineAccess {

    EngineState state();

    /** Calls the listener on the UI thread with the state now, before this returns, and with each new one. */
    AutoCloseable onState(Consumer<EngineState> listener);

    /**
     * Does the work off the UI thread, then calls one of the two on the UI thread; neither when the result was closed
     * before. Closing does not interrupt the work. Any thread may call. Without an engine the failure is
     * {@code engine.not-ready}; an unexpected exception is logged once and becomes {@code internal.unexpected}.
     */
    <T> AutoCloseable call(EngineWork<T> work, Consumer<T> onResult, Consumer<Failure> onFailure);

    /** Tries again to open the data folder; no effect unless {@link EngineState.Failed}. */
    void retry();

    /**
     * Opens with a passphrase; no effect unless {@link EngineState.NeedsPassphrase}. The characters are wiped when they
     * are no longer needed.
     */
    void unlock(char[] passphrase);

    /**
     * Ends the program and then erases all data; the person has confirmed it. Where another process has the data open
     * nothing is done, and that is told.
     */
    void erase(Consumer<Failure> refused);
}
