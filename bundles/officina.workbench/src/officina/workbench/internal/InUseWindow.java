// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;

/** What a second start on the same data folder shows instead of a window that could not work. */
public final class InUseWindow {

    private final Display display;

    public InUseWindow(Display display) {
        this.display = display;
    }

    /** Stays open until the person has chosen; {@code true} to try again. */
    public boolean open() {
        MessageDialog.setDefaultImages(WindowIcons.images(display));
        MessageDialog dialog = new MessageDialog(
                null,
                Words.PRODUCT.text(),
                null,
                Words.IN_USE.text(),
                MessageDialog.INFORMATION,
                0,
                Words.TRY_AGAIN.text(),
                Words.CLOSE.text());
        return dialog.open() == 0;
    }
}
