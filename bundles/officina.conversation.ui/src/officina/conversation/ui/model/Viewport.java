// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.function.IntUnaryOperator;

/**
 * Which rows are to be seen. Holds on to a row, not to a distance: when guessed heights turn out wrong, or the width
 * changes, what the person reads stays where it is. Measures only rows that come into view. Not thread-safe.
 */
public final class Viewport {

    private final HeightIndex index;
    private final IntUnaryOperator layOut;
    private int height;
    private int first;
    private int hidden;

    /** @param layOut gives the true height of a row; may be asked again and again */
    public Viewport(HeightIndex index, IntUnaryOperator layOut) {
        this.index = index;
        this.layOut = layOut;
    }

    /** The first row that is to be seen. */
    public int first() {
        return first;
    }

    /** How much of the first row is hidden above the upper edge. */
    public int hidden() {
        return hidden;
    }

    public int height() {
        return height;
    }

    public void resize(int newHeight) {
        boolean end = atEnd();
        height = Math.max(newHeight, 0);
        if (end) {
            toEnd();
        } else {
            settle();
        }
    }

    /** How far the upper edge is from the top of all rows. */
    public long distance() {
        return index.size() == 0 ? 0 : index.top(first) + hidden;
    }

    /** Whether the last row is to be seen to its end. */
    public boolean atEnd() {
        if (index.size() == 0) {
            return true;
        }
        int seen = -hidden;
        for (int row = first; row < index.size(); row++) {
            seen += measure(row);
            if (seen > height) {
                return false;
            }
        }
        return true;
    }

    public void toEnd() {
        int rest = height;
        int row = index.size();
        while (row > 0 && rest > 0) {
            rest -= measure(--row);
        }
        first = Math.max(row, 0);
        hidden = Math.max(-rest, 0);
    }

    /** Puts that part of a row to the upper edge, as far as there is enough below it. */
    public void to(int row, int hiddenOfRow) {
        first = row;
        hidden = hiddenOfRow;
        settle();
    }

    public void toStart() {
        first = 0;
        hidden = 0;
    }

    /** Moves down, or up when negative. */
    public void scrollBy(int delta) {
        if (index.size() == 0) {
            return;
        }
        hidden += delta;
        settle();
    }

    /** Moves to a distance from the top; exact for short ways, by guessed heights for long ones. */
    public void scrollTo(long distance) {
        long way = distance - distance();
        if (Math.abs(way) <= 3L * height) {
            scrollBy((int) way);
        } else if (index.size() > 0) {
            first = index.rowAt(distance);
            hidden = (int) Math.max(distance - index.top(first), 0);
            settle();
        }
    }

    /** Moves as little as needed so that this part of a row is to be seen. */
    public void reveal(int row, int from, int to) {
        if (row < first || row == first && from < hidden) {
            first = row;
            hidden = Math.max(from, 0);
            settle();
            return;
        }
        int top = -hidden;
        for (int above = first; above < row && top <= height; above++) {
            top += measure(above);
        }
        if (top + to > height) {
            first = row;
            hidden = to - height;
            settle();
        }
    }

    /** Mends the position after rows or heights have changed. */
    public void settle() {
        if (index.size() == 0) {
            toStart();
            return;
        }
        if (first >= index.size()) {
            toEnd();
            return;
        }
        while (hidden < 0 && first > 0) {
            hidden += measure(--first);
        }
        hidden = Math.max(hidden, 0);
        while (first < index.size() - 1 && hidden >= measure(first)) {
            hidden -= measure(first++);
        }
        if (endsAboveLowerEdge()) {
            toEnd();
        }
    }

    private boolean endsAboveLowerEdge() {
        int seen = -hidden;
        for (int row = first; row < index.size(); row++) {
            seen += measure(row);
            if (seen >= height) {
                return false;
            }
        }
        return true;
    }

    private int measure(int row) {
        if (!index.isMeasured(row)) {
            index.measured(row, layOut.applyAsInt(row));
        }
        return index.height(row);
    }
}
