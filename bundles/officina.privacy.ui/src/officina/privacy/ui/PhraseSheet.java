// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.util.function.IntSupplier;
import officina.privacy.ui.model.PhraseQuiz;
import officina.privacy.ui.model.Words;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * The words of a recovery phrase, numbered, for copying onto paper. They are drawn and stand in no text field, so that
 * no clipboard gets them. Screen readers speak them. UI thread only.
 */
final class PhraseSheet extends Canvas {

    private static final int MOST_COLUMNS = 3;
    private static final int LINE = 30;

    /** The longest word of the list has eight letters. */
    private static final String WIDEST = "00  mmmmmmmm";

    private final UiKit kit;
    private final PhraseQuiz quiz;
    private final IntSupplier room;
    private final int column;
    private final int line;

    /** @param room how wide it may be */
    PhraseSheet(Composite parent, UiKit kit, PhraseQuiz quiz, IntSupplier room) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.room = room;
        this.kit = kit;
        this.quiz = quiz;
        kit.theme().paint(this, Shade.SURFACE, Shade.TEXT);
        addListener(SWT.Paint, event -> paint(event.gc));
        // to be reached by the keyboard, it has to want keys
        addListener(SWT.KeyDown, _ -> {});
        addListener(SWT.Traverse, PhraseSheet::leave);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        Owned.by(this).own(kit.theme().onChange(this::redraw));
        Names.set(this, this::spoken);
        GC gc = new GC(this);
        try {
            gc.setFont(kit.theme().font(Type.CODE));
            line = kit.theme().sized(LINE);
            column = gc.textExtent(WIDEST).x + Space.L;
        } finally {
            gc.dispose();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(columns() * column + 2 * Space.L, rows() * line + 2 * Space.S);
    }

    private int columns() {
        return Math.clamp((room.getAsInt() - 2 * Space.L) / column, 1, MOST_COLUMNS);
    }

    private int rows() {
        return Math.ceilDiv(quiz.count(), columns());
    }

    private static void leave(Event event) {
        event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                || event.detail == SWT.TRAVERSE_ESCAPE;
    }

    private String spoken() {
        StringBuilder all = new StringBuilder(Words.SHEET_NAME.text());
        for (int place = 1; place <= quiz.count(); place++) {
            all.append(' ').append(place).append(' ').append(quiz.word(place));
        }
        return all.toString();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(kit.theme().color(Shade.SUNKEN));
        gc.fillRoundRectangle(0, 0, area.width, area.height, 2 * Space.RADIUS, 2 * Space.RADIUS);
        gc.setForeground(kit.theme().color(isFocusControl() ? Shade.FOCUS : Shade.BORDER));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 2 * Space.RADIUS, 2 * Space.RADIUS);
        gc.setFont(kit.theme().font(Type.CODE));
        int digits = gc.textExtent("00").x;
        int rows = rows();
        for (int place = 1; place <= quiz.count(); place++) {
            int x = Space.L + (place - 1) / rows * column;
            int y = Space.S + (place - 1) % rows * line;
            String number = String.valueOf(place);
            Point extent = gc.textExtent(number);
            int top = y + (line - extent.y) / 2;
            gc.setForeground(kit.theme().color(Shade.MUTED));
            gc.drawText(number, x + digits - extent.x, top, SWT.DRAW_TRANSPARENT);
            gc.setForeground(kit.theme().color(Shade.TEXT));
            gc.drawText(new String(quiz.word(place)), x + digits + Space.M, top, SWT.DRAW_TRANSPARENT);
        }
    }
}
