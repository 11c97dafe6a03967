// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.jspecify.annotations.Nullable;

/** The live content of a view. It is made when there is an engine, and disposed with its controls. UI thread only. */
public interface Pane {

    /** Gives the keyboard to the control that the person will most likely use. */
    void focus();

    /**
     * What a content that is made in place of this one goes on with: what was typed, chosen, scrolled to. Asked for while
     * the controls are still there, when the engine changes or the content failed; kept in memory alone, and given to
     * {@link PaneSite#remembered}. Nothing that must not be kept so, such as a passphrase.
     */
    default @Nullable Object remember() {
        return null;
    }
}
