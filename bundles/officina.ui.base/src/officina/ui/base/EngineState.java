// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.api.error.Failure;
import officina.engine.Engine;
import org.jspecify.annotations.Nullable;

/** Whether views have an engine to work with. */
public sealed interface EngineState {

    /** The data folder is being opened. */
    record Starting() implements EngineState {}

    /**
     * No keyring holds the key: the person must type the passphrase.
     *
     * @param fresh whether there is no data yet and a passphrase is to be chosen
     * @param problem what was wrong with the last try; {@code null} at the first
     */
    record NeedsPassphrase(boolean fresh, @Nullable Failure problem) implements EngineState {}

    record Ready(Engine engine) implements EngineState {}

    /** The data folder could not be opened; {@link EngineAccess#retry} tries again. */
    record Failed(Failure failure) implements EngineState {}

    /** The program is ending. */
    record Closed() implements EngineState {}
}
