// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/** A row that is laid out for a certain width: its text in pieces, what is drawn around them, and what can be clicked. */
final class DrawnRow {

    /** Draws something of a row whose upper left corner is given. */
    interface Ornament {
        void draw(GC gc, int x, int y, Overlay overlay);
    }

    private final Ink ink;
    private final List<Ornament> below = new ArrayList<>();
    private final List<Ornament> above = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();
    private int height;
    private boolean moves;

    DrawnRow(Ink ink) {
        this.ink = ink;
    }

    DrawnRow under(Ornament ornament) {
        below.add(ornament);
        return this;
    }

    /** Draws this before everything else. */
    DrawnRow bottommost(Ornament ornament) {
        below.addFirst(ornament);
        return this;
    }

    DrawnRow over(Ornament ornament) {
        above.add(ornament);
        return this;
    }

    Piece add(Piece piece) {
        pieces.add(piece);
        return piece;
    }

    Hit add(Hit hit) {
        hits.add(hit);
        return hit;
    }

    DrawnRow high(int pixels) {
        height = pixels;
        return this;
    }

    /** Says that it looks different with time. */
    void moving() {
        moves = true;
    }

    boolean moves() {
        return moves;
    }

    int height() {
        return height;
    }

    List<Hit> hits() {
        return hits;
    }

    void draw(GC gc, int x, int y, Overlay overlay) {
        below.forEach(ornament -> ornament.draw(gc, x, y, overlay));
        for (Overlay.Range range : overlay.ranges()) {
            eachArea(
                    range.start(),
                    range.end(),
                    area -> ink.fill(gc, range.shade(), x + area.x, y + area.y, area.width, area.height, 0));
        }
        pieces.forEach(piece -> piece.draw(gc, x, y));
        above.forEach(ornament -> ornament.draw(gc, x, y, overlay));
        Hit focused = overlay.focused();
        if (focused != null && hits.contains(focused)) {
            for (Rectangle area : focused.areas()) {
                ink.outline(
                        gc,
                        Shade.FOCUS,
                        x + area.x - 2,
                        y + area.y - 2,
                        area.width + 4,
                        area.height + 4,
                        Space.RADIUS_SMALL);
            }
        }
    }

    @Nullable
    Hit hitAt(int x, int y) {
        for (Hit hit : hits) {
            if (hit.contains(x, y)) {
                return hit;
            }
        }
        return null;
    }

    /** The position in the row's text that is nearest to a point. */
    int offsetAt(int x, int y) {
        Piece nearest = null;
        for (Piece piece : pieces) {
            if (nearest == null || piece.distance(x, y) < nearest.distance(x, y)) {
                nearest = piece;
            }
        }
        return nearest == null ? 0 : nearest.offsetAt(x, y);
    }

    /** Calls back with the rectangles that a range of the text covers. */
    void eachArea(int start, int end, Consumer<Rectangle> area) {
        pieces.forEach(piece -> piece.eachLine(start, end, area));
    }

    /** Where a range of the text is: the union of its lines; {@code null} where it has no place. */
    @Nullable
    Rectangle areaOf(int start, int end) {
        List<Rectangle> lines = new ArrayList<>();
        eachArea(start, Math.max(end, start + 1), lines::add);
        return lines.stream().reduce(Rectangle::union).orElse(null);
    }

    /** Whether the point is on text. */
    boolean textAt(int x, int y) {
        return pieces.stream().anyMatch(piece -> piece.distance(x, y) == 0);
    }

    void dispose() {
        pieces.forEach(piece -> piece.layout().dispose());
    }
}
