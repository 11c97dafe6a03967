// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.List;
import java.util.function.Consumer;
import officina.conversation.ui.internal.Words;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/** What an empty conversation shows: what one can do here, with examples to try. */
final class WelcomeForm {

    private record Example(Icon icon, Words text) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example(Icon.BELL, Words.EXAMPLE_REMIND),
            new Example(Icon.TODO, Words.EXAMPLE_LIST),
            new Example(Icon.SPARK, Words.EXAMPLE_SUGGEST));

    private static final int WIDTH = 500;

    private final UiKit kit;
    private final Composite outer;

    /** @param take called with the text of an example that the person chose */
    WelcomeForm(Composite parent, UiKit kit, Consumer<String> take) {
        this.kit = kit;
        outer = surface(parent);
        GridLayoutFactory.fillDefaults().margins(Space.L, Space.L).applyTo(outer);
        Composite inner = surface(outer);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(inner);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(inner);
        line(inner, Words.WELCOME.text(), Type.TITLE, Shade.TEXT);
        line(inner, Words.WELCOME_TEXT.text(), Type.BODY, Shade.MUTED);
        Label gap = new Label(inner, SWT.NONE);
        kit.theme().paint(gap, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().hint(SWT.DEFAULT, Space.S).applyTo(gap);
        EXAMPLES.forEach(example -> card(inner, example, take));
    }

    Composite control() {
        return outer;
    }

    private void card(Composite parent, Example example, Consumer<String> take) {
        String text = example.text().text();
        Canvas card = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        kit.theme().paint(card, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .hint(WIDTH, 44)
                .applyTo(card);
        Names.set(card, text);
        Names.role(card, ACC.ROLE_PUSHBUTTON);
        boolean[] hot = new boolean[1];
        card.setCursor(card.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        card.addListener(SWT.Paint, event -> paint(event.gc, card, example.icon(), text, hot[0]));
        card.addListener(SWT.MouseEnter, _ -> hover(card, hot, true));
        card.addListener(SWT.MouseExit, _ -> hover(card, hot, false));
        card.addListener(SWT.MouseUp, event -> {
            if (event.button == 1) {
                take.accept(text);
            }
        });
        card.addListener(SWT.KeyDown, event -> {
            if (presses(event)) {
                take.accept(text);
            }
        });
        card.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        card.addListener(SWT.FocusIn, _ -> card.redraw());
        card.addListener(SWT.FocusOut, _ -> card.redraw());
        Owned.by(card).own(kit.theme().onChange(card::redraw));
    }

    private static boolean presses(Event event) {
        return event.character == ' ' || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
    }

    private static void hover(Canvas card, boolean[] hot, boolean over) {
        hot[0] = over;
        card.redraw();
    }

    private void paint(GC gc, Canvas card, Icon icon, String text, boolean hot) {
        Rectangle area = card.getClientArea();
        int radius = 2 * Space.RADIUS;
        gc.setAntialias(SWT.ON);
        gc.setBackground(kit.theme().color(Shade.SURFACE));
        gc.fillRectangle(area);
        gc.setBackground(kit.theme().color(hot ? Shade.HOVER : Shade.RAISED));
        gc.fillRoundRectangle(0, 0, area.width, area.height, radius, radius);
        gc.setForeground(kit.theme().color(card.isFocusControl() ? Shade.FOCUS : Shade.BORDER));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, radius, radius);
        gc.drawImage(kit.icons().image(icon, Shade.ACCENT, Space.ICON), Space.M, (area.height - Space.ICON) / 2);
        gc.setFont(kit.theme().font(Type.BODY));
        gc.setForeground(kit.theme().color(Shade.TEXT));
        Point extent = gc.textExtent(text);
        gc.drawText(text, Space.M + Space.ICON + Space.M, (area.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }

    private Composite surface(Composite parent) {
        Composite surface = new Composite(parent, SWT.NONE);
        kit.theme().paint(surface, Shade.SURFACE, Shade.TEXT);
        return surface;
    }

    private void line(Composite parent, String text, Type type, Shade shade) {
        Label label = new Label(parent, SWT.WRAP | SWT.CENTER);
        label.setText(text);
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .hint(Math.min(label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, WIDTH), SWT.DEFAULT)
                .applyTo(label);
    }
}
