// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.ArrayList;
import java.util.List;
import officina.conversation.ui.model.Face;
import officina.conversation.ui.model.Mark;
import officina.conversation.ui.model.Quotations;
import officina.conversation.ui.model.Reading;
import officina.conversation.ui.model.RichText;
import officina.conversation.ui.model.Row;
import officina.conversation.ui.model.Span;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/** Lays out paragraphs and headings. */
final class ProseArtist {

    private static final int MARKER = 20;
    private static final String BULLET = "\u2022";
    private static final int DOT = 5;
    private static final char FROM_RIGHT = '\u200f';

    private final Ink ink;

    ProseArtist(Ink ink) {
        this.ink = ink;
    }

    int draw(Row.Prose row, DrawnRow drawn, RowArtist.Frame frame) {
        Shade shade = row.place().quotes() > 0 ? Shade.MUTED : Shade.TEXT;
        Piece piece = drawn.add(
                new Piece(ink.text(row.content(), type(row.face()), shade, frame.width()), frame.x(), frame.y(), 0));
        decorate(ink, row.content(), piece, drawn);
        if (!row.marker().isEmpty()) {
            marker(row, piece, drawn, frame);
        }
        return frame.y() + piece.height();
    }

    /** How wide the text gets when it may have so much room. */
    int width(Row.Prose row, int most) {
        TextLayout layout = ink.text(row.content(), type(row.face()), Shade.TEXT, most);
        try {
            int widest = 0;
            for (int line = 0; line < layout.getLineCount(); line++) {
                widest = Math.max(widest, layout.getLineBounds(line).width);
            }
            return Math.min(widest + 1, most);
        } finally {
            layout.dispose();
        }
    }

    /** Grounds of inline code, and links that can be clicked. */
    static void decorate(Ink ink, RichText content, Piece piece, DrawnRow drawn) {
        for (Span span : content.spans()) {
            int from = piece.from() + span.start();
            int to = piece.from() + span.end();
            if (span.marks().contains(Mark.CODE)) {
                List<Rectangle> areas = lines(piece, from, to);
                drawn.under((gc, x, y, _) -> areas.forEach(area -> ink.fill(
                        gc, Shade.CODE, x + area.x - 3, y + area.y, area.width + 6, area.height, Space.RADIUS_SMALL)));
            }
            String link = span.link();
            if (link != null) {
                drawn.add(new Hit(Quotations.named(link), new Target.Link(link), lines(piece, from, to)));
            }
        }
    }

    private static List<Rectangle> lines(Piece piece, int from, int to) {
        List<Rectangle> areas = new ArrayList<>();
        piece.eachLine(from, to, areas::add);
        return areas;
    }

    /** At the side where the text begins. */
    private void marker(Row.Prose row, Piece piece, DrawnRow drawn, RowArtist.Frame frame) {
        boolean right = Reading.rightToLeft(row);
        int behind = frame.x() + frame.width();
        int middle = piece.layout().getLineMetrics(0).getHeight() / 2;
        drawn.under((gc, x, y, _) -> {
            if (row.marker().equals(BULLET)) {
                gc.setAntialias(SWT.ON);
                gc.setBackground(ink.theme().color(Shade.MUTED));
                int left = right ? behind + MARKER - 6 - DOT : piece.x() - MARKER + 6;
                gc.fillOval(x + left, y + piece.y() + middle - 2, DOT, DOT);
                return;
            }
            gc.setFont(ink.theme().font(Type.BODY));
            gc.setForeground(ink.theme().color(Shade.MUTED));
            // the dot of a number stands on the side of the text
            String marker = right ? FROM_RIGHT + row.marker() + FROM_RIGHT : row.marker();
            int left = right ? behind + 6 : piece.x() - gc.textExtent(marker).x - 6;
            gc.drawText(marker, x + left, y + piece.y(), SWT.DRAW_TRANSPARENT);
        });
    }

    private static Type type(Face face) {
        return switch (face) {
            case BODY -> Type.BODY;
            case HEADING_1 -> Type.TITLE;
            case HEADING_2 -> Type.HEADING;
            case HEADING_3 -> Type.STRONG;
        };
    }
}
