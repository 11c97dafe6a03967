// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.welcome;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.ui.base.Clip;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** One thing to go on with: pressed with the pointer, Enter or Space. */
public final class WelcomeCard extends Canvas {

    private static final int HEIGHT = 44;
    private static final int HEIGHT_OF_TWO = 46;

    /**
     * What stands on it.
     *
     * @param shade of the icon and the remark
     * @param detail below the text; may be empty
     * @param remark at the right edge; may be empty
     */
    record Face(Icon icon, Shade shade, String text, String detail, String remark) {

        private String spoken() {
            return Stream.of(text, detail, remark)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    private final UiKit kit;
    private final Face face;
    private boolean hot;

    WelcomeCard(Composite parent, UiKit kit, Face face, Runnable take) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.kit = kit;
        this.face = face;
        kit.theme().paint(this, Shade.SURFACE, Shade.TEXT);
        Names.set(this, face.spoken());
        Names.role(this, ACC.ROLE_PUSHBUTTON);
        setToolTipText(face.text());
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, _ -> hover(true));
        addListener(SWT.MouseExit, _ -> hover(false));
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1) {
                take.run();
            }
        });
        addListener(SWT.KeyDown, event -> {
            if (presses(event)) {
                take.run();
            }
        });
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        Owned.by(this).own(kit.theme().onChange(this::redraw));
    }

    private static boolean presses(Event event) {
        return event.character == ' ' || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
    }

    int height() {
        return kit.theme().sized(face.detail().isEmpty() ? HEIGHT : HEIGHT_OF_TWO);
    }

    private void hover(boolean over) {
        hot = over;
        redraw();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        int radius = 2 * Space.RADIUS;
        gc.setAntialias(SWT.ON);
        gc.setBackground(kit.theme().color(Shade.SURFACE));
        gc.fillRectangle(area);
        gc.setBackground(kit.theme().color(hot ? Shade.HOVER : Shade.RAISED));
        gc.fillRoundRectangle(0, 0, area.width, area.height, radius, radius);
        gc.setForeground(kit.theme().color(isFocusControl() ? Shade.FOCUS : Shade.BORDER));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, radius, radius);
        int sign = kit.theme().sized(Space.ICON);
        gc.drawImage(kit.icons().image(face.icon(), face.shade(), sign), Space.M, (area.height - sign) / 2);
        gc.setFont(kit.theme().font(Type.SMALL));
        Point remark = gc.textExtent(face.remark());
        int right = area.width - Space.M - remark.x;
        gc.setForeground(kit.theme().color(face.shade() == Shade.ACCENT ? Shade.MUTED : face.shade()));
        gc.drawText(face.remark(), right, (area.height - remark.y) / 2, SWT.DRAW_TRANSPARENT);
        gc.setFont(kit.theme().font(Type.BODY));
        gc.setForeground(kit.theme().color(Shade.TEXT));
        int left = Space.M + sign + Space.M;
        String text = Clip.line(gc, face.text(), right - Space.M - left);
        Point size = gc.textExtent(text);
        if (face.detail().isEmpty()) {
            gc.drawText(text, left, (area.height - size.y) / 2, SWT.DRAW_TRANSPARENT);
            return;
        }
        gc.setFont(kit.theme().font(Type.SMALL));
        String detail = Clip.line(gc, face.detail(), right - Space.M - left);
        int lower = gc.textExtent(detail).y;
        int top = (area.height - size.y - lower) / 2;
        gc.setForeground(kit.theme().color(Shade.MUTED));
        gc.drawText(detail, left, top + size.y, SWT.DRAW_TRANSPARENT);
        gc.setFont(kit.theme().font(Type.BODY));
        gc.setForeground(kit.theme().color(Shade.TEXT));
        gc.drawText(text, left, top, SWT.DRAW_TRANSPARENT);
    }
}
