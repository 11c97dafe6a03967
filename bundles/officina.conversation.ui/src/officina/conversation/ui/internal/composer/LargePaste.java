// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.composer;

import officina.ui.base.UiThread;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;

/** Puts a large text into the field piece by piece, so that the window goes on answering, and refuses what is too long. */
final class LargePaste {

    /** Characters that are put in at once. */
    private static final int CHUNK = 64 * 1024;

    private final StyledText field;
    private final UiThread ui;
    private final int most;
    private final Runnable tooLong;
    private boolean inserting;

    LargePaste(StyledText field, UiThread ui, int most, Runnable tooLong) {
        this.field = field;
        this.ui = ui;
        this.most = most;
        this.tooLong = tooLong;
    }

    void listen() {
        field.addListener(SWT.Verify, this::verify);
    }

    private void verify(Event event) {
        int length = field.getCharCount() - (event.end - event.start) + event.text.length();
        if (length > most) {
            event.doit = false;
            tooLong.run();
        } else if (event.text.length() > CHUNK && !inserting) {
            event.doit = false;
            String text = event.text;
            field.replaceTextRange(event.start, event.end - event.start, "");
            insert(text, 0, event.start);
        }
    }

    private void insert(String text, int done, int at) {
        ui.post(() -> {
            if (field.isDisposed() || at > field.getCharCount()) {
                return;
            }
            int end = end(text, done);
            inserting = true;
            field.replaceTextRange(at, 0, text.substring(done, end));
            inserting = false;
            field.setCaretOffset(at + end - done);
            if (end < text.length()) {
                insert(text, end, at + end - done);
            }
        });
    }

    /** Where the chunk ends: not inside a pair of surrogates. */
    private static int end(String text, int from) {
        int end = Math.min(from + CHUNK, text.length());
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
