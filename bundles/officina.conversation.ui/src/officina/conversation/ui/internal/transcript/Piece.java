// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import officina.conversation.ui.model.Reading;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/**
 * A laid-out text of a row.
 *
 * @param x relative to the row
 * @param y relative to the row
 * @param from the position in the row's text of its first character
 */
record Piece(TextLayout layout, int x, int y, int from) {

    /** GTK measures what is read from the right from there when it is asked for an offset, but not for bounds. */
    private static final boolean MIRRORED = "gtk".equals(SWT.getPlatform());

    int length() {
        return layout.getText().length();
    }

    int height() {
        return layout.getBounds().height;
    }

    void draw(GC gc, int rowX, int rowY) {
        layout.draw(gc, rowX + x, rowY + y);
    }

    /**
     * Calls back with a rectangle, relative to the row, for each line that a range of characters touches; where it holds
     * both ways of reading, with several.
     */
    void eachLine(int start, int end, java.util.function.Consumer<Rectangle> area) {
        int first = Math.max(start - from, 0);
        int behind = Math.min(end - from, length());
        if (first >= behind) {
            return;
        }
        boolean mixed = Reading.mixed(layout.getText());
        int[] lines = layout.getLineOffsets();
        for (int line = 0; line < lines.length - 1; line++) {
            int a = Math.max(first, lines[line]);
            int b = Math.min(behind, lines[line + 1]);
            for (int at = a; at < b; ) {
                int to = mixed ? turn(at, b) : b;
                Rectangle bounds = layout.getBounds(at, to - 1);
                area.accept(new Rectangle(x + bounds.x, y + bounds.y, bounds.width, bounds.height));
                at = to;
            }
        }
    }

    /** How far what is read one way goes: beyond it letters that follow each other may stand apart. */
    private int turn(int from, int end) {
        int level = layout.getLevel(from);
        int to = from + 1;
        while (to < end && layout.getLevel(to) == level) {
            to++;
        }
        return to;
    }

    /** The position, in the row's text, nearest to a point relative to the row. */
    int offsetAt(int atX, int atY) {
        int[] trailing = new int[1];
        int across = atX - x;
        if (MIRRORED && layout.getOrientation() == SWT.RIGHT_TO_LEFT) {
            across = layout.getBounds().width - across;
        }
        int offset = layout.getOffset(across, atY - y, trailing);
        return from + offset + trailing[0];
    }

    int distance(int atX, int atY) {
        Rectangle bounds = layout.getBounds();
        int dy = outside(atY, y, y + bounds.height);
        int dx = outside(atX, x, x + bounds.width);
        return dy * 10_000 + dx;
    }

    private static int outside(int value, int from, int to) {
        return Math.max(0, Math.max(from - value, value - to));
    }
}
