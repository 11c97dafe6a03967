// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.engine.Engine;

/** Work with the engine. Runs off the UI thread and may block. */
@FunctionalInterface
public interface EngineWork<T> {
    T on(Engine engine) throws InterruptedException;
}
