// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.swt.graphics.RGB;

/** Where a theme's colours come from: the workbench's colour definitions, or a style sheet in a test. UI thread. */
public interface Palette {

    RGB rgb(Shade shade);

    /** Whether text is brighter than its ground. */
    boolean dark();

    /** Calls the listener after the colours have changed. Close the result to end it. */
    AutoCloseable onChange(Runnable listener);
}
