// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A native text field in a frame of the theme's colours, which shows the focus and that something is wrong. UI thread. */
public final class Field extends Composite {

    private static final int HEIGHT = 30;
    private static final int RADIUS = 6;

    /** GTK draws its own ring just inside a focused text, even where it has no border; so much of it is cut off. */
    private static final int RING = "gtk".equals(SWT.getPlatform()) ? 2 : 0;

    /** So much room a caret at the beginning needs. */
    private static final int CARET = 2;

    private final UiKit kit;
    private final Composite clip;
    private final Text text;
    private final boolean tall;
    private final Shade ground;
    private @Nullable Icon icon;
    private boolean wrong;

    /**
     * @param style of the {@link Text}; it gets no border of its own
     * @param ground the shade of what lies behind it
     */
    public Field(Composite parent, UiKit kit, int style, Shade ground) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.kit = kit;
        this.ground = ground;
        tall = (style & SWT.MULTI) != 0;
        clip = new Composite(this, SWT.NONE);
        text = new Text(clip, style & ~SWT.BORDER);
        kit.theme().paint(this, ground, Shade.TEXT);
        kit.theme().paint(clip, Shade.SURFACE, Shade.TEXT);
        kit.theme().paint(text, Shade.SURFACE, Shade.TEXT);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, _ -> place());
        addListener(SWT.MouseDown, _ -> text.setFocus());
        text.addListener(SWT.FocusIn, _ -> redraw());
        text.addListener(SWT.FocusOut, _ -> redraw());
        Owned.by(this).own(kit.theme().onChange(this::redraw));
    }

    /** What the person types into. */
    public Text text() {
        return text;
    }

    /** An icon before the text. */
    public Field icon(Icon shown) {
        icon = shown;
        place();
        return this;
    }

    /** What it is for: spoken by screen readers. */
    public Field named(String name) {
        Names.set(text, name);
        return this;
    }

    /** What the empty field says, until something stands in it. */
    public Field hint(String hint) {
        text.setMessage(hint);
        if (RING > 0) {
            overlay(hint);
        }
        return this;
    }

    /** GTK takes the hint away as soon as the field has the focus, when it is needed most: a label stands in for it. */
    private void overlay(String hint) {
        Label label = new Label(clip, SWT.NONE);
        label.setText(hint.replace("&", "&&"));
        kit.theme().paint(label, Shade.SURFACE, Shade.MUTED);
        label.moveAbove(text);
        label.setVisible(false);
        label.addListener(SWT.MouseDown, _ -> text.setFocus());
        Runnable show = () -> label.setVisible(text.isFocusControl() && text.getCharCount() == 0);
        for (int event : new int[] {SWT.Modify, SWT.FocusIn, SWT.FocusOut}) {
            text.addListener(event, _ -> show.run());
        }
        clip.addListener(SWT.Resize, _ -> {
            int height = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            int top = tall ? 0 : (clip.getSize().y - height) / 2;
            label.setBounds(CARET, top, Math.max(0, clip.getSize().x - CARET), height);
        });
    }

    /** Shows that what stands in it is not acceptable; say why beside it. */
    public void setWrong(boolean isWrong) {
        if (wrong != isWrong) {
            wrong = isWrong;
            redraw();
        }
    }

    @Override
    public boolean setFocus() {
        return !text.isDisposed() && text.setFocus();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point natural = text.computeSize(SWT.DEFAULT, SWT.DEFAULT, changed);
        int height = tall
                ? 3 * text.getLineHeight() + 2 * Space.S
                : Math.max(kit.theme().sized(HEIGHT), natural.y);
        return new Point(
                widthHint == SWT.DEFAULT ? natural.x + 2 * Space.S + indent() : widthHint,
                heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private int indent() {
        return icon == null ? 0 : kit.theme().sized(Space.ICON) + Space.XS;
    }

    private void place() {
        Rectangle area = getClientArea();
        int left = Space.S + indent();
        int width = Math.max(0, area.width - left - Space.XS);
        int height = tall
                ? Math.max(0, area.height - 2 * Space.XS)
                : Math.min(area.height - 2, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y - 2 * RING);
        clip.setBounds(left, (area.height - height) / 2, width, height);
        // a text of several lines has no such ring: cutting would take of its first letters
        int ring = tall ? 0 : RING;
        text.setBounds(-ring, -ring, width + 2 * ring, height + 2 * ring);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        Theme theme = kit.theme();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(ground));
        gc.fillRectangle(area);
        gc.setBackground(theme.color(Shade.SURFACE));
        gc.fillRoundRectangle(0, 0, area.width, area.height, 2 * RADIUS, 2 * RADIUS);
        gc.setForeground(theme.color(wrong ? Shade.DANGER : text.isFocusControl() ? Shade.FOCUS : Shade.BORDER_STRONG));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 2 * RADIUS, 2 * RADIUS);
        if (icon != null) {
            int size = theme.sized(Space.ICON);
            Image image = kit.icons().image(icon, Shade.MUTED, size);
            gc.drawImage(image, Space.S, (area.height - size) / 2);
        }
    }
}
