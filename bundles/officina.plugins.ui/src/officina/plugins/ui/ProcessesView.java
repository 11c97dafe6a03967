// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.plugins.ui.model.Words;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

/** The view of the processes that plug-ins of others run in. */
public final class ProcessesView {

    private final PaneHost host;

    @Inject
    public ProcessesView(UiKit kit) {
        host = new PaneHost(kit, Words.PROCESSES.text(), (site, _) -> new ProcessesPane(site));
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
