// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.time.Duration;
import officina.base.Closeables;
import officina.ui.base.UiThread;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Makes the views that lie behind others, one at a time while nobody types or clicks: else who looks at one for the first
 * time waits until it is made. UI thread.
 */
final class HiddenViews implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int[] SIGNS_OF_SOMEBODY = {SWT.KeyDown, SWT.MouseDown, SWT.MouseWheel};

    private final UiThread ui;
    private final Closeables owned = new Closeables();
    private final UnmadeViews unmade = new UnmadeViews();
    private AutoCloseable next = () -> {};
    private boolean disturbed;

    HiddenViews(Display display, UiThread ui) {
        this.ui = ui;
        Listener disturb = _ -> disturbed = true;
        for (int sign : SIGNS_OF_SOMEBODY) {
            display.addFilter(sign, disturb);
            owned.own(() -> display.removeFilter(sign, disturb));
        }
        owned.own(() -> next.close());
        lookLater();
    }

    private void lookLater() {
        next = ui.later(QUIET, this::step);
    }

    private void step() {
        if (disturbed || makeOne()) {
            disturbed = false;
            lookLater();
        } else {
            close();
        }
    }

    /** Whether there was one to be made. */
    private boolean makeOne() {
        IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        IWorkbenchPage page = windows.length == 0 ? null : windows[0].getActivePage();
        return page != null && unmade.makeOne(page);
    }

    @Override
    public void close() {
        owned.close();
    }
}
