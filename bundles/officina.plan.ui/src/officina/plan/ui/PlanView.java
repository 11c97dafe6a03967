// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.api.language.EntityExtractor;
import officina.plan.ui.model.Words;
import officina.ui.base.Pane;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The view of the plan that the conversation is about. */
public final class PlanView {

    private final PaneHost host;

    @Inject
    public PlanView(UiKit kit, @Optional @Nullable EntityExtractor extractor) {
        host = new PaneHost(kit, Words.VIEW.text(), (site, engine) -> new PlanPane(site, engine, extractor));
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
