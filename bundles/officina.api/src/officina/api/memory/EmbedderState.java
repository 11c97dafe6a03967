// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import officina.api.error.Failure;

/** What an embedder can do at the moment. */
public sealed interface EmbedderState {

    /** Nothing is loaded; the next use loads it. */
    record Asleep() implements EmbedderState {}

    /** Loaded. */
    record Ready() implements EmbedderState {}

    /** The last try to load it failed; the next use tries again. */
    record Unavailable(Failure failure) implements EmbedderState {}
}
