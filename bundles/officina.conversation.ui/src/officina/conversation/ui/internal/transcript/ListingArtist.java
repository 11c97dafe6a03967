// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.List;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.Highlighter;
import officina.conversation.ui.model.Row;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;

/** Lays out rows of listings: a ground, the language and a button to copy above the first line. */
final class ListingArtist {

    private final Ink ink;
    private final int header;
    private final int sign;

    ListingArtist(Ink ink) {
        this.ink = ink;
        header = ink.theme().sized(30);
        sign = ink.theme().sized(14);
    }

    int draw(Row.Listing row, DrawnRow drawn, RowArtist.Frame frame) {
        int top = frame.y() + (row.first() ? header : 0);
        int textWidth = frame.width() - 2 * Space.M;
        TextLayout layout = ink.code(row.plain(), textWidth);
        colour(row, layout);
        Piece piece = drawn.add(new Piece(layout, frame.x() + Space.M, top, 0));
        int bottom = top + piece.height() + (row.last() ? Space.M : 0);
        ground(row, drawn, frame, bottom);
        if (row.first()) {
            header(row, drawn, frame);
        }
        return bottom;
    }

    private void colour(Row.Listing row, TextLayout layout) {
        for (Highlighter.Token token : Highlighter.tokens(row.whole().language(), row.plain())) {
            Shade shade =
                    switch (token.kind()) {
                        case COMMENT -> Shade.MUTED;
                        case TEXT -> Shade.SUCCESS;
                        case NUMBER -> Shade.WARNING;
                        case KEYWORD -> Shade.ACCENT;
                    };
            layout.setStyle(
                    new TextStyle(ink.theme().font(Type.CODE), ink.theme().color(shade), null),
                    token.start(),
                    token.end() - 1);
        }
    }

    private void ground(Row.Listing row, DrawnRow drawn, RowArtist.Frame frame, int bottom) {
        int top = frame.y();
        drawn.under((gc, x, y, _) -> {
            Rectangle before = gc.getClipping();
            Rectangle own = new Rectangle(x + frame.x(), y + top, frame.width(), bottom - top);
            gc.setClipping(before.intersection(own));
            int above = row.first() ? 0 : Space.RADIUS;
            int below = row.last() ? 0 : Space.RADIUS;
            ink.fill(gc, Shade.CODE, own.x, own.y - above, own.width, own.height + above + below, Space.RADIUS);
            ink.outline(gc, Shade.BORDER, own.x, own.y - above, own.width, own.height + above + below, Space.RADIUS);
            gc.setClipping(before);
        });
    }

    private void header(Row.Listing row, DrawnRow drawn, RowArtist.Frame frame) {
        Rectangle button = new Rectangle(frame.x() + frame.width() - 2 * sign - 6, frame.y() + 3, 2 * sign, header - 6);
        Hit copy = drawn.add(
                new Hit(Words.COPY_CODE.text(), new Target.CopyCode(row.whole().text()), List.of(button)));
        drawn.over((gc, x, y, overlay) -> {
            gc.setFont(ink.theme().font(Type.SMALL));
            gc.setForeground(ink.theme().color(Shade.MUTED));
            int top = (header - gc.getFontMetrics().getHeight()) / 2;
            gc.drawText(row.whole().language(), x + frame.x() + Space.M, y + frame.y() + top, SWT.DRAW_TRANSPARENT);
            boolean hot = copy.equals(overlay.hot());
            if (hot) {
                ink.fill(gc, Shade.HOVER, x + button.x, y + button.y, button.width, button.height, 5);
            }
            gc.drawImage(
                    ink.icons().image(Icon.COPY, hot ? Shade.TEXT : Shade.MUTED, sign),
                    x + button.x + sign / 2,
                    y + button.y + (button.height - sign) / 2);
        });
    }
}
