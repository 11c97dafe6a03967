// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import officina.privacy.ui.PrivacyPane.Purpose;
import officina.privacy.ui.model.Words;
import officina.ui.base.Pane;
import officina.ui.base.PaneHost;
import officina.ui.base.PassphraseForm;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
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
                (site, _) -> new PrivacyPane(site, PrivacyView::askForFile),
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

    private static Optional<Path> askForFile(Shell shell, Purpose purpose) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText((purpose == Purpose.BUNDLE ? Words.BUNDLE : Words.EXPORT).text());
        String day = LocalDate.now(ZoneId.systemDefault()).toString();
        Words name =
                switch (purpose) {
                    case EXPORT -> Words.EXPORT_FILE;
                    case SEALED_EXPORT -> Words.EXPORT_FILE_SEALED;
                    case BUNDLE -> Words.BUNDLE_FILE;
                };
        dialog.setFileName(name.text(day));
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
