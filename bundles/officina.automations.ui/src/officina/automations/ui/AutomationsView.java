// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.automations.ui.model.Words;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

/** The view of what works by itself. */
public final class AutomationsView {

    private final PaneHost host;

    @Inject
    public AutomationsView(UiKit kit) {
        host = new PaneHost(kit, Words.VIEW.text(), AutomationsPane::new);
    }

    @PostConstruct
    void create(Composite parent) {
        host.create(parent);
    }

    @Focus
    void focus() {
        host.focus();
    }
}
