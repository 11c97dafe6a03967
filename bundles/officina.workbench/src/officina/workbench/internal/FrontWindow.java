// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.util.Arrays;
import officina.engine.HolderWindow;
import officina.ui.base.UiThread;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Brings the window of this process to the front when another process asks for it. */
final class FrontWindow implements HolderWindow {

    private final Display display;
    private final UiThread ui;

    FrontWindow(Display display, UiThread ui) {
        this.display = display;
        this.ui = ui;
    }

    /** Desktops that let no program take the keyboard mark the window as wanting attention instead. */
    @Override
    public boolean raise() {
        ui.post(() -> Arrays.stream(display.getShells())
                .filter(shell -> shell.getParent() == null && shell.isVisible())
                .findFirst()
                .ifPresent(FrontWindow::raise));
        return true;
    }

    private static void raise(Shell shell) {
        shell.setMinimized(false);
        shell.forceActive();
    }
}
