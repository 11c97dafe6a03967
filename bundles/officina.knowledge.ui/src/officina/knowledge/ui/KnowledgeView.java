// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import officina.knowledge.ui.model.Words;
import officina.ui.base.OpenedDocument;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;

/** Folders and search as a view. */
public final class KnowledgeView {

    private final PaneHost host;

    @Inject
    public KnowledgeView(UiKit kit, OpenedDocument opened) {
        host = new PaneHost(
                kit,
                Words.VIEW.text(),
                (site, engine) -> new KnowledgePane(site, engine, KnowledgeView::askForFolder, document -> {
                    opened.open(document);
                    kit.views().show(Views.DOCUMENT);
                }));
    }

    @PostConstruct
    void create(Composite parent) {
        host.create(parent);
    }

    @Focus
    void focus() {
        host.focus();
    }

    private static Optional<Path> askForFolder(Shell shell) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText(Words.ADD.text());
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
