// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.ArrayList;
import java.util.List;
import officina.conversation.ui.model.Position;
import officina.conversation.ui.model.Reading;
import officina.conversation.ui.model.Selection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * What the keyboard does in a transcript: scrolls; with Shift selects; Tab goes through links and offers, Enter takes
 * them.
 */
final class TranscriptKeys {

    private static final int LINE = 40;

    private final TranscriptCanvas canvas;

    TranscriptKeys(TranscriptCanvas canvas) {
        this.canvas = canvas;
    }

    void listen() {
        canvas.addListener(SWT.KeyDown, this::pressed);
        canvas.addListener(SWT.Traverse, this::traverse);
    }

    private void pressed(Event event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        if (control && letter(event, 'c')) {
            canvas.copy();
        } else if (control && letter(event, 'a')) {
            canvas.selectAll();
        } else if (shift && extend(event.keyCode, control)) {
            revealCaret();
        } else if (!shift) {
            scroll(event, control);
        }
    }

    private static boolean letter(Event event, char letter) {
        return Character.toLowerCase((char) event.keyCode) == letter;
    }

    private void scroll(Event event, boolean control) {
        int page = Math.max(canvas.viewport().height() - LINE, LINE);
        switch (event.keyCode) {
            case SWT.ARROW_UP -> canvas.viewport().scrollBy(-LINE);
            case SWT.ARROW_DOWN -> canvas.viewport().scrollBy(LINE);
            case SWT.PAGE_UP -> canvas.viewport().scrollBy(-page);
            case SWT.PAGE_DOWN, SWT.SPACE -> canvas.viewport().scrollBy(page);
            case SWT.HOME -> canvas.viewport().toStart();
            case SWT.END -> canvas.viewport().toEnd();
            case SWT.CR, SWT.KEYPAD_CR -> take();
            default -> {
                return;
            }
        }
        canvas.moved();
    }

    private void take() {
        TranscriptCanvas.RowHit focused = canvas.focused();
        if (focused != null) {
            canvas.take(focused.hit().target());
        }
    }

    private boolean extend(int key, boolean control) {
        if (canvas.transcript().size() == 0) {
            return false;
        }
        Selection selection = canvas.selection();
        if (selection.equals(Selection.NONE)) {
            selection = Selection.at(new Position(canvas.viewport().first(), 0));
        }
        Position caret = selection.caret();
        Position next =
                switch (key) {
                    case SWT.ARROW_LEFT -> fromRight(caret) ? after(caret) : before(caret);
                    case SWT.ARROW_RIGHT -> fromRight(caret) ? before(caret) : after(caret);
                    case SWT.ARROW_UP -> new Position(Math.max(caret.row() - 1, 0), 0);
                    case SWT.ARROW_DOWN -> lower(caret);
                    case SWT.HOME -> new Position(control ? 0 : caret.row(), 0);
                    case SWT.END -> end(control ? canvas.transcript().size() - 1 : caret.row());
                    default -> null;
                };
        if (next == null) {
            return false;
        }
        canvas.select(selection.to(next));
        return true;
    }

    private boolean fromRight(Position caret) {
        return Reading.rightToLeft(canvas.transcript().row(caret.row()));
    }

    private Position before(Position caret) {
        if (caret.offset() > 0) {
            return new Position(caret.row(), caret.offset() - 1);
        }
        return caret.row() == 0 ? caret : end(caret.row() - 1);
    }

    private Position after(Position caret) {
        if (caret.offset() < length(caret.row())) {
            return new Position(caret.row(), caret.offset() + 1);
        }
        return caret.row() == canvas.transcript().size() - 1 ? caret : new Position(caret.row() + 1, 0);
    }

    private Position lower(Position caret) {
        return caret.row() == canvas.transcript().size() - 1
                ? end(caret.row())
                : new Position(caret.row() + 1, length(caret.row() + 1));
    }

    private Position end(int row) {
        return new Position(row, length(row));
    }

    private int length(int row) {
        return canvas.transcript().row(row).plain().length();
    }

    private void revealCaret() {
        Position caret = canvas.selection().caret();
        var area = canvas.rowOf(caret.row()).areaOf(Math.max(caret.offset() - 1, 0), caret.offset());
        if (area != null) {
            canvas.viewport().reveal(caret.row(), area.y, area.y + area.height);
            canvas.moved();
        }
    }

    /** Tab stays inside as long as there is another link or offer in sight, then leaves. */
    private void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = !step(event.detail == SWT.TRAVERSE_TAB_NEXT ? 1 : -1);
        } else if (event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS) {
            event.doit = true;
        }
    }

    private boolean step(int direction) {
        List<TranscriptCanvas.RowHit> all = new ArrayList<>();
        for (TranscriptCanvas.Seen each : canvas.seen()) {
            each.drawn().hits().forEach(hit -> all.add(new TranscriptCanvas.RowHit(each.row(), hit)));
        }
        TranscriptCanvas.RowHit focused = canvas.focused();
        int at = focused == null ? -1 : all.indexOf(focused);
        int next = at < 0 ? (direction > 0 ? 0 : all.size() - 1) : at + direction;
        if (next < 0 || next >= all.size() || focused == null && direction < 0) {
            canvas.focusOn(null);
            return false;
        }
        canvas.focusOn(all.get(next));
        return true;
    }
}
