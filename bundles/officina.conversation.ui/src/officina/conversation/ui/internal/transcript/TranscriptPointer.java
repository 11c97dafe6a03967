// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.text.BreakIterator;
import officina.conversation.ui.model.Position;
import officina.conversation.ui.model.Quotations;
import officina.conversation.ui.model.Selection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** What the mouse does in a transcript: selects text, follows links, takes offers. */
final class TranscriptPointer {

    private final TranscriptCanvas canvas;
    private boolean selecting;
    private TranscriptCanvas.@Nullable RowHit pressed;

    TranscriptPointer(TranscriptCanvas canvas) {
        this.canvas = canvas;
    }

    void listen() {
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseExit, _ -> {
            canvas.hover(null);
            hoverJump(false);
        });
    }

    private void down(Event event) {
        canvas.setFocus();
        if (event.button != 1) {
            return;
        }
        if (canvas.jump().contains(event.x, event.y)) {
            canvas.jumpToEnd();
            return;
        }
        pressed = hitAt(event);
        canvas.focusOnQuietly(pressed);
        Position position = canvas.positionAt(event.x, event.y);
        if (event.count == 2) {
            canvas.select(word(position));
        } else if (event.count > 2) {
            canvas.select(row(position));
        } else if ((event.stateMask & SWT.SHIFT) != 0) {
            canvas.select(canvas.selection().to(position));
        } else {
            canvas.select(Selection.at(position));
        }
        selecting = event.count == 1;
    }

    private void move(Event event) {
        if (selecting && (event.stateMask & SWT.BUTTON1) != 0) {
            drag(event);
            return;
        }
        TranscriptCanvas.RowHit hit = hitAt(event);
        canvas.hover(hit);
        boolean overJump = canvas.jump().contains(event.x, event.y);
        hoverJump(overJump);
        canvas.setCursor(canvas.getDisplay().getSystemCursor(cursor(hit != null || overJump, event)));
        canvas.setToolTipText(
                hit != null && hit.hit().target() instanceof Target.Link(String address)
                        ? Quotations.named(address)
                        : null);
    }

    private int cursor(boolean hand, Event event) {
        if (hand) {
            return SWT.CURSOR_HAND;
        }
        return onText(event) ? SWT.CURSOR_IBEAM : SWT.CURSOR_ARROW;
    }

    private void drag(Event event) {
        int height = canvas.viewport().height();
        if (event.y < 0 || event.y > height) {
            canvas.viewport().scrollBy(event.y < 0 ? event.y : event.y - height);
            canvas.moved();
        }
        canvas.select(canvas.selection().to(canvas.positionAt(event.x, Math.clamp(event.y, 0, Math.max(height, 0)))));
    }

    private void up(Event event) {
        boolean clicked = event.button == 1 && selecting && canvas.selection().isEmpty();
        selecting = false;
        TranscriptCanvas.RowHit hit = pressed;
        pressed = null;
        if (clicked && hit != null && hit.equals(hitAt(event))) {
            canvas.take(hit.hit().target());
        }
    }

    private void hoverJump(boolean over) {
        if (canvas.jump().hover(over)) {
            canvas.redraw();
        }
    }

    private TranscriptCanvas.@Nullable RowHit hitAt(Event event) {
        for (TranscriptCanvas.Seen each : canvas.seen()) {
            Hit hit = each.drawn().hitAt(event.x - each.x(), event.y - each.y());
            if (hit != null) {
                return new TranscriptCanvas.RowHit(each.row(), hit);
            }
        }
        return null;
    }

    private boolean onText(Event event) {
        return canvas.seen().stream().anyMatch(each -> each.drawn().textAt(event.x - each.x(), event.y - each.y()));
    }

    private Selection word(Position at) {
        String text = plain(at);
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(text);
        int offset = Math.min(at.offset(), Math.max(text.length() - 1, 0));
        int end = words.following(Math.min(offset, text.length()));
        if (text.isEmpty() || end == BreakIterator.DONE) {
            return Selection.at(at);
        }
        int start = words.previous();
        return new Selection(new Position(at.row(), start), new Position(at.row(), end));
    }

    private Selection row(Position at) {
        return new Selection(
                new Position(at.row(), 0), new Position(at.row(), plain(at).length()));
    }

    private String plain(Position at) {
        return at.row() < canvas.transcript().size()
                ? canvas.transcript().row(at.row()).plain()
                : "";
    }
}
