// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.composer;

import officina.conversation.ui.model.MessageHistory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** Enter sends, Shift+Enter starts a line, the arrows walk through earlier messages, Escape stops. */
final class ComposerKeys {

    private final Composer composer;
    private final StyledText field;
    private final MessageHistory history;

    ComposerKeys(Composer composer, StyledText field, MessageHistory history) {
        this.composer = composer;
        this.field = field;
        this.history = history;
    }

    void listen() {
        field.addVerifyKeyListener(this::pressed);
        field.addListener(SWT.Traverse, this::traverse);
    }

    private void pressed(VerifyEvent event) {
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        switch (event.keyCode) {
            case SWT.CR, SWT.KEYPAD_CR -> {
                if (!shift) {
                    event.doit = false;
                    composer.sendText();
                }
            }
            case SWT.ESC -> composer.stop();
            case SWT.ARROW_UP -> walk(event, onFirstLine() ? history.older(field.getText()) : null);
            case SWT.ARROW_DOWN -> walk(event, onLastLine() ? history.newer() : null);
            default -> {}
        }
    }

    /** Tab leaves the field: it is for prose, and everything must be reachable. */
    private void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = true;
        }
    }

    private void walk(VerifyEvent event, @Nullable String message) {
        if (message != null && (event.stateMask & SWT.MODIFIER_MASK) == 0) {
            event.doit = false;
            composer.setText(message);
        }
    }

    private boolean onFirstLine() {
        return field.getSelectionCount() == 0
                && field.getLineAtOffset(field.getCaretOffset()) == 0
                && (field.getCharCount() == 0 || history.walking() || field.getCaretOffset() == 0);
    }

    private boolean onLastLine() {
        return field.getSelectionCount() == 0
                && field.getLineAtOffset(field.getCaretOffset()) == field.getLineCount() - 1
                && history.walking();
    }
}
