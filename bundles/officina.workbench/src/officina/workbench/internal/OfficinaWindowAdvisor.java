// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import officina.workbench.internal.status.StatusArea;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** What a window looks like when it opens for the first time. */
final class OfficinaWindowAdvisor extends WorkbenchWindowAdvisor {

    OfficinaWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(new Point(1360, 860));
        window.setShowCoolBar(false);
        window.setShowPerspectiveBar(false);
        window.setShowStatusLine(false);
        window.setShowProgressIndicator(false);
        window.setShowMenuBar(true);
        window.setTitle(Words.PRODUCT.text());
    }

    @Override
    public void postWindowCreate() {
        addStatusArea();
        getWindowConfigurer()
                .getWindow()
                .getShell()
                .setImages(WindowIcons.images(
                        getWindowConfigurer().getWindow().getShell().getDisplay()));
    }

    /** The lower edge of the window; kept with the window's layout, so it is added once. */
    private void addStatusArea() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        EModelService models = window.getService(EModelService.class);
        MTrimBar bar = models.getTrim((MTrimmedWindow) window.getService(MWindow.class), SideValue.BOTTOM);
        boolean there = bar.getChildren().stream().anyMatch(each -> StatusArea.ID.equals(each.getElementId()));
        if (!there) {
            MToolControl area = models.createModelElement(MToolControl.class);
            area.setElementId(StatusArea.ID);
            area.setContributionURI("bundleclass://officina.workbench/" + StatusArea.class.getName());
            bar.getChildren().addFirst(area);
        }
    }
}
