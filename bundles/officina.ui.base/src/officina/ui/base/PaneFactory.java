// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.engine.Engine;

/**
 * Makes the content of a view: adds its controls to {@link PaneSite#parent()}. Called on the UI thread when the engine is
 * ready, and again after an error or when the engine was opened anew; must not block.
 */
@FunctionalInterface
public interface PaneFactory {
    Pane create(PaneSite site, Engine engine);
}
