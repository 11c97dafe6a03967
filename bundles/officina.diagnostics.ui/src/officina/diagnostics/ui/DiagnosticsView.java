// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.diagnostics.ui.model.Words;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

/** The view of how the engine fares. */
public final class DiagnosticsView {

    private final PaneHost host;

    @Inject
    public DiagnosticsView(UiKit kit) {
        host = new PaneHost(kit, Words.VIEW.text(), (site, _) -> new DiagnosticsPane(site));
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
