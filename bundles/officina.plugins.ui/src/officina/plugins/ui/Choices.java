// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.nio.file.Path;
import java.util.Optional;
import officina.plugins.ui.model.Words;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Has the person choose places on the disk; empty when they change their mind. UI thread only. */
interface Choices {

    /** A folder that a plug-in may have. */
    Optional<Path> folder(Shell over);

    /** The file of a bundle. */
    Optional<Path> bundle(Shell over);

    /** In the system's own dialogs. */
    Choices SYSTEM = new Choices() {
        @Override
        public Optional<Path> folder(Shell over) {
            DirectoryDialog dialog = new DirectoryDialog(over);
            dialog.setText(Words.CHOOSE_FOLDER.text());
            dialog.setMessage(Words.CHOOSE_FOLDER_TEXT.text());
            return Optional.ofNullable(dialog.open()).map(Path::of);
        }

        @Override
        public Optional<Path> bundle(Shell over) {
            FileDialog dialog = new FileDialog(over, SWT.OPEN);
            dialog.setText(Words.INSTALL_FILE.text());
            dialog.setFilterExtensions(new String[] {"*.jar", "*"});
            return Optional.ofNullable(dialog.open()).map(Path::of);
        }
    };
}
