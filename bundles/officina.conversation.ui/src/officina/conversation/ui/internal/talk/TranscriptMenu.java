// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of the transcript. */
final class TranscriptMenu {

    private final TranscriptCanvas canvas;

    TranscriptMenu(TranscriptCanvas canvas) {
        this.canvas = canvas;
    }

    void attach() {
        Menu menu = new Menu(canvas);
        MenuItem copy = item(menu, Words.COPY, canvas::copy);
        MenuItem markdown = item(menu, Words.COPY_MARKDOWN, canvas::copyMarkdown);
        item(menu, Words.SELECT_ALL, canvas::selectAll);
        menu.addListener(SWT.Show, _ -> {
            copy.setEnabled(canvas.hasSelection());
            markdown.setEnabled(canvas.hasSelection());
        });
        canvas.setMenu(menu);
    }

    private static MenuItem item(Menu menu, Words text, Runnable work) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.text());
        item.addListener(SWT.Selection, _ -> work.run());
        return item;
    }
}
