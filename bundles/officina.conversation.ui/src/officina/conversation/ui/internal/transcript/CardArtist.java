// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.List;
import officina.conversation.ui.model.Offer;
import officina.conversation.ui.model.Row;
import officina.conversation.ui.model.Tone;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Lays out notes and cards with what they offer. */
final class CardArtist {

    private final Ink ink;
    private final int large;
    private final int small;
    private final int button;

    CardArtist(Ink ink) {
        this.ink = ink;
        large = ink.theme().sized(16);
        small = ink.theme().sized(14);
        button = ink.theme().sized(30);
    }

    int note(Row.Note row, DrawnRow drawn, RowArtist.Frame frame) {
        int left = frame.x() + small + Space.S;
        int offers = row.offers().stream()
                .mapToInt(offer -> extent(offer.label(), Type.SMALL_STRONG).x + Space.M)
                .sum();
        Point natural = extent(row.text(), Type.SMALL);
        boolean beside = natural.x + offers < frame.width() - small - Space.S;
        Piece piece = drawn.add(new Piece(
                ink.text(row.text(), Type.SMALL, Shade.MUTED, frame.width() - small - Space.S), left, frame.y(), 0));
        ink.beginAtLeft(piece.layout());
        sign(row.icon(), row.tone(), drawn, frame.x(), frame.y() + (lineHeight(piece) - small) / 2);
        int x = beside ? left + natural.x + Space.M : left;
        int y = beside ? frame.y() : frame.y() + piece.height() + Space.XS;
        for (Offer offer : row.offers()) {
            x += link(offer, drawn, x, y) + Space.M;
        }
        int bottom = frame.y() + piece.height();
        return row.offers().isEmpty() || beside ? bottom : bottom + Space.XS + natural.y;
    }

    int card(Row.Card row, DrawnRow drawn, RowArtist.Frame frame) {
        int x = frame.x() + Space.M;
        int y = frame.y() + Space.M;
        int textX = x + large + Space.S;
        int width = frame.x() + frame.width() - Space.M - textX;
        Piece title = drawn.add(new Piece(ink.text(row.title(), Type.STRONG, Shade.TEXT, width), textX, y, 0));
        ink.beginAtLeft(title.layout());
        sign(row.icon(), row.tone(), large, drawn, x, y + (lineHeight(title) - large) / 2);
        y += title.height();
        int from = row.title().length() + 1;
        for (Row.Line line : row.lines()) {
            y += Space.XS + 2;
            Shade shade = line.tone() == Tone.BAD ? Shade.DANGER : Shade.TEXT;
            Piece piece = drawn.add(new Piece(
                    ink.text(line.text(), Type.BODY, shade, width - small - Space.S),
                    textX + small + Space.S,
                    y,
                    from));
            ink.beginAtLeft(piece.layout());
            sign(line.icon(), line.tone(), drawn, textX, y + (lineHeight(piece) - small) / 2);
            y += piece.height();
            from += line.text().length() + 1;
        }
        if (!row.offers().isEmpty()) {
            y = buttons(row.offers(), drawn, textX, y + Space.M, width);
        }
        int bottom = y + Space.M;
        ground(row.tone(), drawn, frame, bottom);
        return bottom;
    }

    private int buttons(List<Offer> offers, DrawnRow drawn, int left, int top, int width) {
        int x = left;
        int y = top;
        for (Offer offer : offers) {
            int buttonWidth = Math.min(extent(offer.label(), Type.BODY).x + 2 * Space.M, width);
            if (x > left && x + buttonWidth > left + width) {
                x = left;
                y += button + Space.S;
            }
            button(offer, drawn, new Rectangle(x, y, buttonWidth, button));
            x += buttonWidth + Space.S;
        }
        return y + button;
    }

    private void button(Offer offer, DrawnRow drawn, Rectangle area) {
        Hit hit = drawn.add(new Hit(offer.label(), new Target.Take(offer.act()), List.of(area)));
        drawn.over((gc, x, y, overlay) -> {
            boolean hot = hit.equals(overlay.hot());
            int radius = 6;
            if (offer.primary()) {
                Shade ground = hot ? Shade.ACCENT_HOVER : Shade.ACCENT;
                ink.fill(gc, ground, x + area.x, y + area.y, area.width, area.height, radius);
            } else {
                Shade ground = hot ? Shade.HOVER : Shade.SURFACE;
                ink.fill(gc, ground, x + area.x, y + area.y, area.width, area.height, radius);
                ink.outline(gc, Shade.BORDER_STRONG, x + area.x, y + area.y, area.width, area.height, radius);
            }
            gc.setFont(ink.theme().font(Type.BODY));
            gc.setForeground(ink.theme().color(offer.primary() ? Shade.ON_ACCENT : Shade.TEXT));
            Rectangle before = gc.getClipping();
            gc.setClipping(before.intersection(new Rectangle(x + area.x, y + area.y, area.width, area.height)));
            Point text = gc.textExtent(offer.label());
            int textX = x + area.x + Math.max((area.width - text.x) / 2, Space.S);
            gc.drawText(offer.label(), textX, y + area.y + (area.height - text.y) / 2, SWT.DRAW_TRANSPARENT);
            gc.setClipping(before);
        });
    }

    private int link(Offer offer, DrawnRow drawn, int left, int top) {
        Point size = extent(offer.label(), Type.SMALL_STRONG);
        Rectangle area = new Rectangle(left, top, size.x, size.y);
        Hit hit = drawn.add(new Hit(offer.label(), new Target.Take(offer.act()), List.of(area)));
        drawn.over((gc, x, y, overlay) -> {
            gc.setFont(ink.theme().font(Type.SMALL_STRONG));
            gc.setForeground(ink.theme().color(Shade.LINK));
            gc.drawText(offer.label(), x + area.x, y + area.y, SWT.DRAW_TRANSPARENT);
            if (hit.equals(overlay.hot())) {
                ink.fill(gc, Shade.LINK, x + area.x, y + area.y + area.height - 1, area.width, 1, 0);
            }
        });
        return size.x;
    }

    private void ground(Tone tone, DrawnRow drawn, RowArtist.Frame frame, int bottom) {
        Shade ground =
                switch (tone) {
                    case QUIET, WORKING, GOOD -> Shade.RAISED;
                    case ASKING -> Shade.ACCENT_SOFT;
                    case WARNING -> Shade.WARNING_SOFT;
                    case BAD -> Shade.DANGER_SOFT;
                };
        int height = bottom - frame.y();
        drawn.bottommost((gc, x, y, _) -> {
            ink.fill(gc, ground, x + frame.x(), y + frame.y(), frame.width(), height, Space.RADIUS);
            if (ground == Shade.RAISED) {
                ink.outline(gc, Shade.BORDER, x + frame.x(), y + frame.y(), frame.width(), height, Space.RADIUS);
            }
        });
    }

    private void sign(Icon icon, Tone tone, DrawnRow drawn, int left, int top) {
        sign(icon, tone, small, drawn, left, top);
    }

    private void sign(Icon icon, Tone tone, int size, DrawnRow drawn, int left, int top) {
        if (icon == Icon.LOADING) {
            drawn.moving();
            drawn.over((gc, x, y, overlay) -> spinner(gc, x + left, y + top, size, overlay.phase()));
            return;
        }
        drawn.over((gc, x, y, _) -> gc.drawImage(ink.icons().image(icon, Ink.shade(tone), size), x + left, y + top));
    }

    private void spinner(GC gc, int x, int y, int size, double phase) {
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(2);
        gc.setForeground(ink.theme().color(Shade.BORDER_STRONG));
        gc.drawOval(x + 1, y + 1, size - 3, size - 3);
        gc.setForeground(ink.theme().color(Shade.ACCENT));
        gc.drawArc(x + 1, y + 1, size - 3, size - 3, (int) Math.round(90 - phase * 360), -100);
        gc.setLineWidth(1);
    }

    private Point extent(String text, Type type) {
        GC gc = new GC(ink.device());
        try {
            gc.setFont(ink.theme().font(type));
            return gc.textExtent(text);
        } finally {
            gc.dispose();
        }
    }

    private static int lineHeight(Piece piece) {
        return piece.layout().getLineMetrics(0).getHeight();
    }
}
