// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.sessions.SessionsPane;
import officina.ui.base.Pane;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The view that lists all conversations, those that need the person first. */
public final class SessionsView {

    private final PaneHost host;

    @Inject
    public SessionsView(UiKit kit) {
        host = new PaneHost(kit, Words.SESSIONS.text(), SessionsPane::new);
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
