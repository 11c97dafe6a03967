// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import officina.plan.ui.model.StepLook;
import officina.plan.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Theme;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * The line of a step that is always seen: whether it shall run, or how it went; what it will do; whether it is expanded.
 * One control that screen readers know as a checkbox or a list item.
 */
final class StepHead extends Canvas {

    private static final int BOX = 16;

    private final UiKit kit;
    private final TextLayout title;
    private String spoken = "";
    private StepLook look = StepLook.WAITING;
    private boolean decidable;
    private boolean expanded;
    private boolean hot;

    StepHead(Composite parent, UiKit kit) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.kit = kit;
        title = new TextLayout(getDisplay());
        Owned.by(this).own(title::dispose);
        title.setFont(kit.theme().font(Type.BODY));
        kit.theme().paint(this, Shade.RAISED, Shade.TEXT);
        Owned.by(this).own(kit.theme().onChange(this::redraw));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, _ -> hover(true));
        addListener(SWT.MouseExit, _ -> hover(false));
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        addListener(SWT.Resize, _ -> redraw());
        // the arrows, Enter and Tab mean here what they mean in a list
        addListener(
                SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_RETURN
                        && event.detail != SWT.TRAVERSE_ARROW_NEXT
                        && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        Names.set(this, () -> spoken);
        describe();
    }

    /** Shows a step. */
    void show(String text, int number, int count, StepLook newLook, boolean canDecide, boolean isExpanded) {
        look = newLook;
        decidable = canDecide;
        expanded = isExpanded;
        spoken = Words.STEP_NAME.text(number, count, text, look.text());
        if (!title.getText().equals(text)) {
            title.setText(text);
        }
        redraw();
    }

    void setExpanded(boolean isExpanded) {
        expanded = isExpanded;
        redraw();
    }

    /** Whether the place is on the box that says whether the step shall run. */
    boolean onBox(int x) {
        return decidable && x < Space.S + BOX + Space.S;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? 240 : widthHint;
        title.setWidth(Math.max(60, width - left() - right()));
        int height = title.getBounds().height + lookHeight() + 2 * Space.S + 2;
        return new Point(width, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private static int left() {
        return Space.S + BOX + Space.S;
    }

    private static int right() {
        return Space.S + Space.ICON + Space.S;
    }

    private int lookHeight() {
        GC gc = new GC(this);
        try {
            gc.setFont(kit.theme().font(Type.SMALL));
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private void hover(boolean over) {
        hot = over;
        redraw();
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        Theme theme = kit.theme();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(Shade.SURFACE));
        gc.fillRectangle(area);
        gc.setBackground(theme.color(hot ? Shade.HOVER : Shade.RAISED));
        gc.fillRoundRectangle(0, 0, area.width, area.height, 2 * Space.RADIUS, 2 * Space.RADIUS);
        if (expanded) {
            // the body goes on below: no round corners there
            gc.fillRectangle(0, area.height - Space.RADIUS, area.width, Space.RADIUS);
        }
        if (isFocusControl()) {
            gc.setForeground(theme.color(Shade.FOCUS));
            gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 2 * Space.RADIUS, 2 * Space.RADIUS);
        }
        title.setWidth(Math.max(60, area.width - left() - right()));
        boolean out = look == StepLook.WILL_NOT_RUN || look == StepLook.LEFT_OUT || look == StepLook.NOT_DONE;
        gc.setForeground(theme.color(out ? Shade.MUTED : Shade.TEXT));
        title.draw(gc, left(), Space.S);
        int firstLine = title.getLineBounds(0).height;
        int boxTop = Space.S + (firstLine - BOX) / 2;
        Look seen = Look.of(look);
        if (decidable) {
            box(gc, boxTop);
        } else {
            gc.drawImage(kit.icons().image(seen.icon(), seen.shade(), Space.ICON), Space.S, boxTop);
        }
        gc.setFont(theme.font(Type.SMALL));
        gc.setForeground(theme.color(seen.shade()));
        gc.drawText(look.text(), left(), Space.S + title.getBounds().height + 2, SWT.DRAW_TRANSPARENT);
        Icon chevron = expanded ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT;
        gc.drawImage(kit.icons().image(chevron, Shade.MUTED, Space.ICON), area.width - Space.S - Space.ICON, boxTop);
    }

    private void box(GC gc, int top) {
        Theme theme = kit.theme();
        boolean on = look == StepLook.WILL_RUN;
        gc.setBackground(theme.color(on ? Shade.ACCENT : Shade.SURFACE));
        gc.fillRoundRectangle(Space.S, top, BOX, BOX, 2 * Space.RADIUS_SMALL, 2 * Space.RADIUS_SMALL);
        if (on) {
            gc.drawImage(kit.icons().image(Icon.CHECK, Shade.ON_ACCENT, BOX - 4), Space.S + 2, top + 2);
        } else {
            gc.setForeground(theme.color(Shade.BORDER_STRONG));
            gc.drawRoundRectangle(Space.S, top, BOX - 1, BOX - 1, 2 * Space.RADIUS_SMALL, 2 * Space.RADIUS_SMALL);
        }
    }

    private void describe() {
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = decidable ? ACC.ROLE_CHECKBUTTON : ACC.ROLE_LISTITEM;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE
                        | (isFocusControl() ? ACC.STATE_FOCUSED : 0)
                        | (expanded ? ACC.STATE_EXPANDED : ACC.STATE_COLLAPSED)
                        | (decidable && look == StepLook.WILL_RUN ? ACC.STATE_CHECKED : 0);
            }
        });
    }
}
