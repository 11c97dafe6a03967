// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/**
 * A button without a frame, in the colours of the theme: an icon, a word or both. Space and Enter press it, screen readers
 * know it. Tells presses as {@link SWT#Selection} events. UI thread only.
 */
public final class FlatButton extends Canvas {

    /** How much it stands out. */
    public enum Look {
        /** The one thing to do. */
        PRIMARY,
        /** An outline. */
        PLAIN,
        /** Nothing but what is on it, until the pointer comes. */
        QUIET
    }

    private static final int HEIGHT = 30;
    private static final int RADIUS = 6;
    /** Left of an icon with a word; the word's own edge looks as wide with a little more. */
    private static final int EDGE = 10;
    /** Between icon and word. */
    private static final int GAP = 6;

    private final UiKit kit;
    private final Look look;
    private final Shade ground;
    private final boolean toggle;
    private @Nullable Icon icon;
    private String text = "";
    private String name = "";
    private boolean hot;
    private boolean pressed;
    private boolean on;

    public FlatButton(Composite parent, UiKit kit, Look look, Shade ground) {
        this(parent, kit, look, ground, false);
    }

    /**
     * @param ground the shade of what lies behind it
     * @param toggle whether it shows if it is on; it is its owner who switches it
     */
    public FlatButton(Composite parent, UiKit kit, Look look, Shade ground, boolean toggle) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.kit = kit;
        this.look = look;
        this.ground = ground;
        this.toggle = toggle;
        kit.theme().paint(this, ground, Shade.TEXT);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, _ -> hover(true));
        addListener(SWT.MouseExit, _ -> hover(false));
        addListener(SWT.MouseDown, event -> press(event.button == 1));
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        Owned.by(this).own(kit.theme().onChange(this::redraw));
        Names.set(this, () -> name);
        describe();
    }

    /** What it does, spoken by screen readers and shown as its tooltip; also its word when there is no icon. */
    public FlatButton named(String spoken) {
        name = spoken;
        setToolTipText(spoken);
        return this;
    }

    public FlatButton icon(Icon shown) {
        icon = shown;
        redraw();
        return this;
    }

    /** The word on it, which is also its name. */
    public FlatButton text(String shown) {
        text = shown;
        name = shown;
        redraw();
        return this;
    }

    /** The word on it; empty when there is none. */
    public String text() {
        return text;
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean nowOn) {
        if (on != nowOn) {
            on = nowOn;
            redraw();
        }
    }

    /** Calls the work on each press. */
    public FlatButton onPress(Runnable work) {
        addListener(SWT.Selection, _ -> work.run());
        return this;
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int height = kit.theme().sized(HEIGHT);
        GC gc = new GC(this);
        try {
            gc.setFont(kit.theme().font(Type.BODY));
            int width = text.isEmpty() ? height : before() + gc.textExtent(text).x + Space.M;
            return new Point(
                    widthHint == SWT.DEFAULT ? Math.max(width, height) : widthHint,
                    heightHint == SWT.DEFAULT ? height : heightHint);
        } finally {
            gc.dispose();
        }
    }

    /** How much stands before the word. */
    private int before() {
        return icon == null ? Space.M : EDGE + kit.theme().sized(Space.ICON) + GAP;
    }

    private void hover(boolean over) {
        hot = over;
        redraw();
    }

    private void press(boolean down) {
        pressed = down;
        redraw();
    }

    private void release(Event event) {
        boolean was = pressed;
        press(false);
        Point size = getSize();
        if (was && event.x >= 0 && event.y >= 0 && event.x < size.x && event.y < size.y) {
            notifyListeners(SWT.Selection, new Event());
        }
    }

    private void key(Event event) {
        if (event.character == ' ' || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            notifyListeners(SWT.Selection, new Event());
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        Theme theme = kit.theme();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(ground));
        gc.fillRectangle(area);
        Shade fill = fill();
        if (fill != ground) {
            gc.setBackground(theme.color(fill));
            gc.fillRoundRectangle(0, 0, area.width, area.height, 2 * RADIUS, 2 * RADIUS);
        }
        boolean focus = isFocusControl();
        if (look == Look.PLAIN || focus) {
            gc.setForeground(theme.color(focus ? Shade.FOCUS : Shade.BORDER_STRONG));
            gc.setLineWidth(1);
            gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 2 * RADIUS, 2 * RADIUS);
        }
        content(gc, area);
    }

    private void content(GC gc, Rectangle area) {
        Shade ink = ink();
        if (icon != null) {
            int size = kit.theme().sized(Space.ICON);
            Image image = kit.icons().image(icon, ink, size);
            gc.drawImage(image, text.isEmpty() ? (area.width - size) / 2 : EDGE, (area.height - size) / 2);
        }
        if (!text.isEmpty()) {
            gc.setFont(kit.theme().font(Type.BODY));
            gc.setForeground(kit.theme().color(ink));
            Point extent = gc.textExtent(text);
            int left = icon == null ? (area.width - extent.x) / 2 : before();
            gc.drawText(text, left, (area.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        }
    }

    private Shade fill() {
        if (look == Look.PRIMARY) {
            if (!isEnabled()) {
                return Shade.HOVER;
            }
            return hot ? Shade.ACCENT_HOVER : Shade.ACCENT;
        }
        if (toggle && on) {
            return Shade.ACCENT_SOFT;
        }
        return isEnabled() && (hot || pressed) ? Shade.HOVER : ground;
    }

    private Shade ink() {
        if (!isEnabled()) {
            return Shade.FAINT;
        }
        if (look == Look.PRIMARY) {
            return Shade.ON_ACCENT;
        }
        if (toggle && on) {
            return Shade.ACCENT;
        }
        return look == Look.QUIET && !hot ? Shade.MUTED : Shade.TEXT;
    }

    private void describe() {
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = toggle ? ACC.ROLE_CHECKBUTTON : ACC.ROLE_PUSHBUTTON;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE
                        | (isFocusControl() ? ACC.STATE_FOCUSED : 0)
                        | (on ? ACC.STATE_CHECKED : 0)
                        | (isEnabled() ? 0 : ACC.STATE_DISABLED);
            }

            @Override
            public void getDefaultAction(AccessibleControlEvent event) {
                event.result = name;
            }
        });
    }
}
