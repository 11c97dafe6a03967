// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import officina.base.Redacted;
import officina.ui.base.Views;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings views of the active window to the front. */
final class WorkbenchViews implements Views {

    private static final Logger log = LoggerFactory.getLogger(WorkbenchViews.class);

    @Override
    public void show(String view) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        }
        IWorkbenchPage page = window.getActivePage();
        try {
            page.showView(view);
        } catch (PartInitException e) {
            log.error("view {} did not open", view, Redacted.of(e));
        }
    }
}
