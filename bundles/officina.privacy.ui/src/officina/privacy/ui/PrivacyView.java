// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.privacy.ui.model.Words;
import officina.ui.base.Pane;
import officina.ui.base.PaneHost;
import officina.ui.base.PassphraseForm;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The page as a view. */
public final class PrivacyView {

    private final PaneHost host;

    @Inject
    public PrivacyView(UiKit kit) {
        // it may lie in front of the conversation, which asks for the passphrase as well
        host = new PaneHost(
                kit,
                Words.VIEW.text(),
                (site, _) -> new PrivacyPane(site),
                parent -> new PassphraseForm(parent, kit).control());
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
