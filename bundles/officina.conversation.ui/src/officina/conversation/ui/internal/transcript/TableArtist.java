// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.Arrays;
import officina.conversation.ui.model.RichText;
import officina.conversation.ui.model.Row;
import officina.conversation.ui.model.TableShape;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.TextLayout;

/** Lays out the lines of tables. */
final class TableArtist {

    private static final int PADDING_X = 10;
    private static final int PADDING_Y = 6;

    private final Ink ink;

    TableArtist(Ink ink) {
        this.ink = ink;
    }

    int draw(Row.TableLine row, DrawnRow drawn, RowArtist.Frame frame) {
        int[] widths = widths(row.shape(), frame.width());
        boolean right = row.shape().rightToLeft();
        int total = Arrays.stream(widths).sum();
        int left = right ? frame.x() + frame.width() - total : frame.x();
        int x = right ? left + total : left;
        int from = 0;
        int height = 0;
        for (int i = 0; i < widths.length; i++) {
            x -= right ? widths[i] : 0;
            RichText cell = row.cells().get(i);
            TextLayout layout =
                    ink.text(cell, row.header() ? Type.STRONG : Type.BODY, Shade.TEXT, widths[i] - 2 * PADDING_X);
            layout.setAlignment(alignment(row.shape().columns().get(i).align(), right, layout));
            Piece piece = drawn.add(new Piece(layout, x + PADDING_X, frame.y() + PADDING_Y, from));
            ProseArtist.decorate(ink, cell, piece, drawn);
            height = Math.max(height, piece.height());
            from += cell.text().length() + 1;
            x += right ? 0 : widths[i];
        }
        int bottom = frame.y() + height + 2 * PADDING_Y;
        drawn.under((gc, rowX, rowY, _) -> {
            Shade line = row.header() ? Shade.BORDER_STRONG : Shade.BORDER;
            if (!row.last()) {
                ink.fill(gc, line, rowX + left, rowY + bottom - 1, total, 1, 0);
            }
        });
        return bottom + (row.last() ? Space.XS : 0);
    }

    private int[] widths(TableShape shape, int available) {
        GC gc = new GC(ink.device());
        try {
            // the widest faces that cells may have
            return shape.widths(
                    available,
                    (text, code) -> {
                        gc.setFont(ink.theme().font(code ? Type.CODE_STRONG : Type.STRONG));
                        return gc.textExtent(text).x + 2;
                    },
                    2 * PADDING_X + 2);
        } finally {
            gc.dispose();
        }
    }

    /** A column that is set left in a table that is read from the right stands at the right, whatever its cells hold. */
    private static int alignment(TableShape.Align align, boolean right, TextLayout layout) {
        if (align == TableShape.Align.CENTER) {
            return SWT.CENTER;
        }
        boolean atRight = right == (align == TableShape.Align.LEFT);
        // a layout that is read from the right takes left for where it begins
        boolean turned = layout.getOrientation() == SWT.RIGHT_TO_LEFT;
        return atRight == turned ? SWT.LEFT : SWT.RIGHT;
    }
}
