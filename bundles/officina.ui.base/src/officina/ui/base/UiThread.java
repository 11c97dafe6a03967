// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.Duration;
import org.eclipse.swt.widgets.Display;

/**
 * The thread that owns all widgets. Background code posts and forgets; there is no way to wait for the UI thread. What is
 * posted checks for itself whether its widgets are disposed ({@link PaneSite#post} does so for a pane).
 */
public interface UiThread {

    /** The thread of a display. */
    static UiThread of(Display display) {
        return new DisplayThread(display);
    }

    /** Runs the work later on the UI thread, in the order of posting; dropped when the window system has ended. */
    void post(Runnable work);

    /** Throws {@link IllegalStateException} on any other thread. */
    void assertHere();

    /** Runs the work on the UI thread after a delay. Closing the result, on the UI thread, takes it back. */
    AutoCloseable later(Duration delay, Runnable work);
}
