// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import officina.privacy.ui.PrivacyPane.Purpose;
import officina.privacy.ui.model.Words;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks for a new file by the system's dialog. UI thread only. */
final class FileQuestion {

    private FileQuestion() {}

    static Optional<Path> ask(Shell shell, Purpose purpose) {
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
