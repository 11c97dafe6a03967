// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import java.util.List;
import officina.diagnostics.ui.model.TimeSpread;
import officina.diagnostics.ui.model.Words;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Theme;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** Bars: how many answers took how long. */
final class AnswerChart {

    static final int HEIGHT = 120;

    private final UiKit kit;
    private final Canvas canvas;
    private @Nullable TimeSpread spread;

    AnswerChart(Composite parent, UiKit kit) {
        this.kit = kit;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        kit.theme().paint(canvas, Shade.SURFACE, Shade.TEXT);
        canvas.setToolTipText(Words.CHART.text());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                TimeSpread shown = spread;
                event.result = Words.CHART.text()
                        + (shown == null ? "" : ". " + shown.summary(Words.ANSWERS_NONE, Words.ANSWERS_HALF));
            }
        });
        Owned.by(canvas).own(kit.theme().onChange(canvas::redraw));
    }

    Canvas control() {
        return canvas;
    }

    void show(TimeSpread next) {
        if (!next.equals(spread)) {
            spread = next;
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        TimeSpread shown = spread;
        if (shown == null) {
            return;
        }
        Theme theme = kit.theme();
        gc.setFont(theme.font(Type.SMALL));
        Rectangle area = canvas.getClientArea();
        int line = gc.getFontMetrics().getHeight();
        int ground = area.height - line - Space.XS;
        int height = ground - line - Space.XS;
        List<String> bounds = shown.bounds();
        double step = (double) area.width / bounds.size();
        gc.setForeground(theme.color(Shade.BORDER));
        gc.drawLine(0, ground, area.width, ground);
        for (int i = 0; i < bounds.size(); i++) {
            long count = shown.counts().get(i);
            int left = (int) (i * step) + Space.XS / 2;
            int width = (int) step - Space.XS;
            int tall = shown.most() == 0 ? 0 : (int) Math.ceil((double) height * count / shown.most());
            gc.setBackground(theme.color(Shade.ACCENT));
            gc.fillRectangle(left, ground - tall, width, tall);
            gc.setForeground(theme.color(Shade.MUTED));
            centred(gc, bounds.get(i), left, width, ground + Space.XS / 2);
            if (count > 0) {
                centred(gc, Long.toString(count), left, width, ground - tall - line);
            }
        }
    }

    private static void centred(GC gc, String text, int left, int width, int top) {
        Point size = gc.textExtent(text);
        if (size.x > width + Space.XS) {
            return; // it would run into its neighbours
        }
        gc.drawText(text, left + (width - size.x) / 2, top, true);
    }
}
