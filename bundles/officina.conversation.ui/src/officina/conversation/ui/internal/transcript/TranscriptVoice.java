// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.stream.Collectors;
import officina.conversation.ui.internal.Words;
import officina.ui.base.Names;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleTextAdapter;
import org.eclipse.swt.accessibility.AccessibleTextEvent;

/** Tells screen readers what is to be seen of a transcript, and what the keyboard is on. */
final class TranscriptVoice {

    private final TranscriptCanvas canvas;

    TranscriptVoice(TranscriptCanvas canvas) {
        this.canvas = canvas;
    }

    void listen() {
        Names.set(canvas, this::name);
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TEXT;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_READONLY | ACC.STATE_FOCUSABLE;
                if (canvas.isFocusControl()) {
                    event.detail |= ACC.STATE_FOCUSED;
                }
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = text();
            }
        });
        canvas.getAccessible().addAccessibleTextListener(new AccessibleTextAdapter() {
            @Override
            public void getCaretOffset(AccessibleTextEvent event) {
                event.offset = 0;
            }

            @Override
            public void getSelectionRange(AccessibleTextEvent event) {
                event.offset = 0;
                event.length = 0;
            }
        });
    }

    private String name() {
        TranscriptCanvas.RowHit focused = canvas.focused();
        return focused == null ? Words.TRANSCRIPT.text() : focused.hit().label();
    }

    private String text() {
        return canvas.seen().stream()
                .map(each -> canvas.transcript().row(each.row()).plain())
                .collect(Collectors.joining("\n"));
    }
}
