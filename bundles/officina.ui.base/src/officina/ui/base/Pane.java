// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

/** The live content of a view. It is made when there is an engine, and disposed with its controls. UI thread only. */
public interface Pane {

    /** Gives the keyboard to the control that the person will most likely use. */
    void focus();
}
