// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.engine.Engine;
import officina.ui.base.Pane;
import officina.ui.base.PaneHost;
import officina.ui.base.PaneSite;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A view of a third party whose content cannot be made the first time. */
public final class BrokenView {

    private final PaneHost host;
    private int tries;

    @Inject
    public BrokenView(UiKit kit) {
        host = new PaneHost(kit, "Broken", this::pane);
    }

    @PostConstruct
    void create(Composite parent) {
        host.create(parent);
    }

    private Pane pane(PaneSite site, Engine engine) {
        tries++;
        if (tries == 1) {
            throw new IllegalStateException("a defect of the view");
        }
        site.parent().setLayout(new FillLayout());
        new Label(site.parent(), SWT.NONE).setText("Mended at try " + tries);
        return () -> {};
    }
}
