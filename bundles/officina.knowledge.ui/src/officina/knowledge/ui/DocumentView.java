// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.knowledge.ui.model.Words;
import officina.ui.base.OpenedDocument;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;

/** A document at its place as a view. */
public final class DocumentView {

    private final PaneHost host;

    @Inject
    public DocumentView(UiKit kit, OpenedDocument opened) {
        host = new PaneHost(
                kit,
                Words.DOCUMENT.text(),
                (site, _) -> new DocumentPane(site, opened, file -> Program.launch(file.toString())));
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
