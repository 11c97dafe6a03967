// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.models.ui.model.Words;
import officina.ui.base.Pane;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The page as a view. */
public final class ModelsView {

    private final PaneHost host;

    @Inject
    public ModelsView(UiKit kit) {
        host = new PaneHost(kit, Words.VIEW.text(), (site, _) -> new ModelsPane(site));
    }

    /** The content, where there is one now. */
    @Nullable
    Pane pane() {
        return host.pane();
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
