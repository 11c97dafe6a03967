// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import java.nio.file.Path;
import java.util.Optional;
import officina.conversation.ui.internal.Words;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks in dialogs. */
public final class SessionDialogs implements SessionQuestions {

    private final Shell parent;

    public SessionDialogs(Shell parent) {
        this.parent = parent;
    }

    @Override
    public Optional<Path> exportTo(String name) {
        FileDialog dialog = new FileDialog(parent, SWT.SAVE);
        dialog.setText(Words.EXPORT_TITLE.text());
        dialog.setFileName(name);
        dialog.setFilterExtensions(new String[] {"*" + SessionActions.ENDING});
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public Optional<Path> importFrom() {
        FileDialog dialog = new FileDialog(parent, SWT.OPEN);
        dialog.setText(Words.IMPORT_TITLE.text());
        dialog.setFilterExtensions(new String[] {"*" + SessionActions.ENDING, "*"});
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public boolean delete(String title) {
        return ask(Words.DELETE_TITLE, Words.DELETE_ASK.text(title), MessageDialog.WARNING, Words.DELETE_YES);
    }

    @Override
    public boolean importCopy() {
        return ask(Words.IMPORT_TITLE, Words.IMPORT_COPY.text(), MessageDialog.QUESTION, Words.IMPORT_COPY_YES);
    }

    /** What changes nothing is what Enter does. */
    private boolean ask(Words title, String question, int kind, Words yes) {
        MessageDialog dialog =
                new MessageDialog(parent, title.text(), null, question, kind, 1, yes.text(), Words.LINK_CANCEL.text());
        return dialog.open() == 0;
    }
}
