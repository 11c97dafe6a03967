// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import officina.conversation.ui.internal.Words;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/**
 * Opens addresses that somebody else wrote: shows the whole address first. A file is not opened, its folder is: opening
 * could run it.
 */
final class LinkDialog {

    private static final Set<String> WEB = Set.of("http", "https", "mailto");

    private final Shell parent;

    LinkDialog(Shell parent) {
        this.parent = parent;
    }

    /**
     * What may be opened.
     *
     * @param target the address, or the folder of a file
     */
    record Openable(String target, boolean folder) {}

    /** What of an address may be opened; {@code null} when nothing. */
    static @Nullable Openable openable(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (WEB.contains(scheme)) {
                return new Openable(uri.toASCIIString(), false);
            }
            Path folder = scheme.equals("file") ? Path.of(uri).getParent() : null;
            return folder == null ? null : new Openable(folder.toString(), true);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    void ask(String address) {
        Openable link = openable(address);
        if (link == null) {
            MessageDialog.openInformation(
                    parent, Words.LINK_TITLE.text(), Words.LINK_REFUSED.text() + "\n\n" + address);
            return;
        }
        String question = link.folder() ? Words.LINK_FOLDER.text() : Words.LINK_ASK.text();
        MessageDialog dialog = new MessageDialog(
                parent,
                Words.LINK_TITLE.text(),
                null,
                question + "\n\n" + link.target(),
                MessageDialog.QUESTION,
                0,
                Words.LINK_OPEN.text(),
                Words.LINK_CANCEL.text());
        if (dialog.open() == 0) {
            Program.launch(link.target());
        }
    }
}
