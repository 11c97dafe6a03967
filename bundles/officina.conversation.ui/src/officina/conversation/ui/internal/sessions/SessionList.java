// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import java.util.List;
import java.util.function.Consumer;
import officina.api.id.SessionId;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.SessionRow;
import officina.conversation.ui.model.Tone;
import officina.ui.base.Clip;
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
import org.eclipse.swt.widgets.ScrollBar;
import org.jspecify.annotations.Nullable;

/** Draws the list of sessions; however many there are, only those in sight. UI thread only. */
final class SessionList {

    private static final int HEADING = 34;
    private static final int ITEM = 54;
    private static final int DOT = 7;

    private final UiKit kit;
    private final Canvas canvas;
    private final Consumer<SessionId> chosen;
    private List<SessionRow> rows = List.of();
    private int[] tops = {0};
    private int scrolled;
    private int hot = -1;
    private @Nullable SessionId selected;

    /** @param chosen called when the person picks a session with the mouse or the arrow keys */
    SessionList(Composite parent, UiKit kit, Consumer<SessionId> chosen) {
        this.kit = kit;
        this.chosen = chosen;
        canvas = new Canvas(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        kit.theme().paint(canvas, Shade.SURFACE, Shade.TEXT);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, _ -> scrollTo(scrolled));
        canvas.getVerticalBar()
                .addListener(
                        SWT.Selection, _ -> scrollTo(canvas.getVerticalBar().getSelection()));
        canvas.addListener(SWT.MouseMove, event -> hover(rowAt(event.y)));
        canvas.addListener(SWT.MouseExit, _ -> hover(-1));
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        canvas.addListener(SWT.FocusIn, _ -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, _ -> canvas.redraw());
        Owned.by(canvas).own(kit.theme().onChange(canvas::redraw));
        new SessionListVoice(this, canvas).listen();
    }

    Canvas control() {
        return canvas;
    }

    List<SessionRow> rows() {
        return rows;
    }

    void show(List<SessionRow> next) {
        rows = next;
        tops = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            tops[i + 1] = tops[i] + high(rows.get(i) instanceof SessionRow.Heading ? HEADING : ITEM);
        }
        hot = -1;
        scrollTo(scrolled);
    }

    void select(@Nullable SessionId session) {
        selected = session;
        reveal();
        canvas.redraw();
    }

    /** How far it is scrolled down. */
    int scrolled() {
        return scrolled;
    }

    void scrollTo(int wanted) {
        int height = canvas.getClientArea().height;
        int total = tops[rows.size()];
        scrolled = Math.clamp(wanted, 0, Math.max(total - height, 0));
        ScrollBar bar = canvas.getVerticalBar();
        bar.setVisible(total > height);
        bar.setValues(
                scrolled,
                0,
                Math.max(total, 1),
                Math.max(Math.min(height, total), 1),
                high(ITEM) / 2,
                Math.max(height, 1));
        canvas.redraw();
    }

    private void reveal() {
        int row = selectedRow();
        int height = canvas.getClientArea().height;
        if (row < 0 || height <= 0) {
            return;
        }
        int above = rows.get(row - 1) instanceof SessionRow.Heading ? tops[row - 1] : tops[row];
        if (above < scrolled) {
            scrollTo(above);
        } else if (tops[row + 1] > scrolled + height) {
            scrollTo(tops[row + 1] - height);
        }
    }

    /** The row of the selected session; -1 when it is not in the list. */
    int selectedRow() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof SessionRow.Item item && item.id().equals(selected)) {
                return i;
            }
        }
        return -1;
    }

    SessionRow.@Nullable Item selectedItem() {
        int row = selectedRow();
        return row < 0 ? null : (SessionRow.Item) rows.get(row);
    }

    /** Where a row is, in the canvas. */
    Rectangle areaOf(int row) {
        return new Rectangle(0, tops[row] - scrolled, canvas.getClientArea().width, tops[row + 1] - tops[row]);
    }

    private int rowAt(int y) {
        int at = y + scrolled;
        if (at < 0 || at >= tops[rows.size()]) {
            return -1;
        }
        int found = java.util.Arrays.binarySearch(tops, at);
        return found >= 0 ? found : -found - 2;
    }

    private void hover(int row) {
        int next = row >= 0 && rows.get(row) instanceof SessionRow.Item ? row : -1;
        if (next != hot) {
            hot = next;
            canvas.setToolTipText(next < 0 ? null : tip((SessionRow.Item) rows.get(next)));
            canvas.redraw();
        }
    }

    private String tip(SessionRow.Item item) {
        return item.title() + "\n" + item.standing() + " · " + kit.dates().full(item.updatedAt());
    }

    private void press(Event event) {
        canvas.setFocus();
        int row = rowAt(event.y);
        if (row >= 0 && rows.get(row) instanceof SessionRow.Item item) {
            choose(item);
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> step(selectedRow(), 1);
            case SWT.ARROW_UP -> step(selectedRow() < 0 ? rows.size() : selectedRow(), -1);
            case SWT.HOME -> step(-1, 1);
            case SWT.END -> step(rows.size(), -1);
            default -> {}
        }
    }

    private void step(int from, int by) {
        for (int row = from + by; row >= 0 && row < rows.size(); row += by) {
            if (rows.get(row) instanceof SessionRow.Item item) {
                choose(item);
                return;
            }
        }
    }

    private void choose(SessionRow.Item item) {
        select(item.id());
        chosen.accept(item.id());
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(kit.theme().color(Shade.SURFACE));
        gc.fillRectangle(area);
        for (int row = Math.max(rowAt(0), 0); row < rows.size() && tops[row] - scrolled < area.height; row++) {
            Rectangle place = areaOf(row);
            switch (rows.get(row)) {
                case SessionRow.Heading heading -> heading(gc, heading, place);
                case SessionRow.Item item -> item(gc, item, place, row == hot);
            }
        }
    }

    private void heading(GC gc, SessionRow.Heading heading, Rectangle place) {
        gc.setFont(kit.theme().font(Type.SMALL_STRONG));
        gc.setForeground(kit.theme().color(Shade.MUTED));
        String text = Words.GROUP_HEADING.text(heading.group().title(), heading.count());
        gc.drawText(
                text,
                Space.M + Space.XS,
                place.y + high(HEADING) - gc.getFontMetrics().getHeight() - 6,
                SWT.DRAW_TRANSPARENT);
    }

    private void item(GC gc, SessionRow.Item item, Rectangle place, boolean hovered) {
        boolean on = item.id().equals(selected);
        int left = Space.S;
        int width = place.width - 2 * left;
        if (on || hovered) {
            gc.setBackground(kit.theme().color(on ? Shade.SELECTED : Shade.HOVER));
            gc.fillRoundRectangle(left, place.y + 1, width, high(ITEM) - 2, 2 * Space.RADIUS, 2 * Space.RADIUS);
        }
        if (on && canvas.isFocusControl()) {
            gc.setForeground(kit.theme().color(Shade.FOCUS));
            gc.drawRoundRectangle(left, place.y + 1, width - 1, high(ITEM) - 3, 2 * Space.RADIUS, 2 * Space.RADIUS);
        }
        int textX = left + Space.M + Space.S;
        int right = left + width - Space.S;
        gc.setFont(kit.theme().font(Type.SMALL));
        String ago = kit.dates().ago(item.updatedAt());
        Point agoSize = gc.textExtent(ago);
        gc.setForeground(kit.theme().color(Shade.MUTED));
        gc.drawText(ago, right - agoSize.x, place.y + high(10), SWT.DRAW_TRANSPARENT);
        gc.setForeground(kit.theme().color(tone(item.tone())));
        gc.drawText(Clip.line(gc, item.standing(), right - textX), textX, place.y + high(29), SWT.DRAW_TRANSPARENT);
        gc.setFont(kit.theme().font(Type.BODY));
        gc.setForeground(kit.theme().color(Shade.TEXT));
        gc.drawText(
                Clip.line(gc, item.title(), right - agoSize.x - Space.S - textX),
                textX,
                place.y + high(8),
                SWT.DRAW_TRANSPARENT);
        gc.setBackground(kit.theme().color(item.tone() == Tone.QUIET ? Shade.BORDER_STRONG : tone(item.tone())));
        gc.fillOval(left + Space.S, place.y + high(15), high(DOT), high(DOT));
    }

    private int high(int points) {
        return kit.theme().sized(points);
    }

    private static Shade tone(Tone tone) {
        return switch (tone) {
            case QUIET -> Shade.MUTED;
            case WORKING, ASKING -> Shade.ACCENT;
            case GOOD -> Shade.SUCCESS;
            case WARNING -> Shade.WARNING;
            case BAD -> Shade.DANGER;
        };
    }
}
