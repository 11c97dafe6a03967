// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

/** Hears what a model says while it does. Called on the thread that asked; must return fast. */
public interface ModelListener {

    /** Hears nothing. */
    ModelListener NONE = new ModelListener() {};

    /** The next piece of the reply's text, never empty, never half a character. */
    default void onText(String piece) {}

    /** The next piece of what it thinks aloud. */
    default void onReasoning(String piece) {}
}
