// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/**
 * The window of the process that has the data folder open; an OSGi service where there is one. Other processes ask for
 * it when they would have opened a second.
 */
public interface HolderWindow {

    /** Brings the window to the front, as far as the desktop allows. Any thread; {@code false} where there is none. */
    boolean raise();
}
