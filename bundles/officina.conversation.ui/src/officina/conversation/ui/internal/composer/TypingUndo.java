// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.composer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ExtendedModifyEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;

/** Undo and redo of what was typed. Letters typed in a row are one change. */
final class TypingUndo {

    private static final int MOST = 500;

    private record Change(int start, String removed, String added) {}

    private final StyledText field;
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private boolean replaying;

    TypingUndo(StyledText field) {
        this.field = field;
    }

    void listen() {
        field.addExtendedModifyListener(this::modified);
        field.addListener(SWT.KeyDown, this::key);
    }

    private void key(Event event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        if (control && event.keyCode == 'z' && !shift) {
            replay(done, undone);
        } else if (control && (event.keyCode == 'y' || event.keyCode == 'z')) {
            replay(undone, done);
        }
    }

    private void modified(ExtendedModifyEvent event) {
        if (replaying) {
            return;
        }
        undone.clear();
        String added = event.length == 0 ? "" : field.getTextRange(event.start, event.length);
        Change change = new Change(event.start, event.replacedText, added);
        Change last = done.peek();
        if (last != null && goesOn(last, change)) {
            done.pop();
            done.push(new Change(last.start(), last.removed(), last.added() + added));
        } else {
            done.push(change);
        }
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    private static boolean goesOn(Change last, Change next) {
        return next.removed().isEmpty()
                && next.added().length() == 1
                && !Character.isWhitespace(next.added().charAt(0))
                && !last.added().isEmpty()
                && next.start() == last.start() + last.added().length();
    }

    private void replay(Deque<Change> from, Deque<Change> to) {
        Change change = from.poll();
        if (change == null) {
            return;
        }
        replaying = true;
        try {
            field.replaceTextRange(change.start(), change.added().length(), change.removed());
            field.setCaretOffset(change.start() + change.removed().length());
        } finally {
            replaying = false;
        }
        to.push(new Change(change.start(), change.added(), change.removed()));
    }
}
