// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import officina.conversation.ui.model.Gap;
import officina.conversation.ui.model.Place;
import officina.conversation.ui.model.Reading;
import officina.conversation.ui.model.Row;
import officina.conversation.ui.model.Voice;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.swt.graphics.GC;

/** Lays out rows of every kind. UI thread only; the caller disposes what it gets. */
final class RowArtist {

    private static final int INDENT = 24;
    private static final int QUOTE = 14;
    private static final int BAR = 3;

    private final Ink ink;
    private final ProseArtist prose;
    private final ListingArtist listings;
    private final TableArtist tables;
    private final CardArtist cards;

    RowArtist(Ink ink) {
        this.ink = ink;
        prose = new ProseArtist(ink);
        listings = new ListingArtist(ink);
        tables = new TableArtist(ink);
        cards = new CardArtist(ink);
    }

    /**
     * Where the content of a row goes.
     *
     * @param x of its left edge
     * @param y of its upper edge
     */
    record Frame(int x, int y, int width) {}

    DrawnRow draw(Row row, int width) {
        DrawnRow drawn = new DrawnRow(ink);
        int inset = inset(row, width);
        boolean right = Reading.rightToLeft(row);
        Frame frame = frame(row.place(), width, inset, right);
        int bottom =
                switch (row) {
                    case Row.Prose it -> prose.draw(it, drawn, frame);
                    case Row.Listing it -> listings.draw(it, drawn, frame);
                    case Row.TableLine it -> tables.draw(it, drawn, frame);
                    case Row.Rule _ -> rule(drawn, frame);
                    case Row.Note it -> cards.note(it, drawn, frame);
                    case Row.Card it -> cards.card(it, drawn, frame);
                };
        Place place = row.place();
        if (place.voice() == Voice.PERSON) {
            int padded = bottom + (place.closes() ? Space.S + 2 : 0);
            bubble(place, drawn, inset, width, padded);
            return drawn.high(padded);
        }
        quotes(place, drawn, frame.y(), bottom, right ? width : 0);
        return drawn.high(bottom);
    }

    /** @param right whether lists and quotations stand in from the right */
    private static Frame frame(Place place, int width, int inset, boolean right) {
        int deep = place.indent() * INDENT + place.quotes() * QUOTE;
        int x = right ? 0 : deep;
        int y = gap(place.gap());
        if (place.voice() == Voice.AGENT) {
            return new Frame(x, y, Math.max(width - deep, 40));
        }
        int left = inset + Space.M;
        int top = place.opens() ? y + Space.S + 2 : y;
        return new Frame(left + x, top, Math.max(width - left - deep - Space.M, 40));
    }

    /** How far what the person said stands in from the left: short words more, so that they stand at the right. */
    private int inset(Row row, int width) {
        int least = Math.min(width / 6, 96);
        boolean alone =
                row.place().opens() && row.place().closes() && row.place().indent() == 0;
        if (!alone || !(row instanceof Row.Prose words)) {
            return least;
        }
        int natural = prose.width(words, width - least - 2 * Space.M);
        return Math.max(least, width - natural - 2 * Space.M);
    }

    private static int gap(Gap gap) {
        return switch (gap) {
            case NONE -> 0;
            case TIGHT -> Space.XS;
            case PARAGRAPH -> 10;
            case SECTION -> 20;
            case ANSWER -> Space.L;
            case TURN -> 28;
        };
    }

    private void bubble(Place place, DrawnRow drawn, int left, int width, int bottom) {
        int top = place.opens() ? gap(place.gap()) : 0;
        drawn.bottommost((gc, x, y, _) -> {
            // corners that belong to another row of the same words are drawn outside and cut away
            int above = place.opens() ? 0 : Space.RADIUS;
            int below = place.closes() ? 0 : Space.RADIUS;
            clipped(
                    gc,
                    x + left,
                    y + top,
                    width - left,
                    bottom - top,
                    () -> ink.fill(
                            gc,
                            Shade.BUBBLE,
                            x + left,
                            y + top - above,
                            width - left,
                            bottom - top + above + below,
                            Space.RADIUS));
        });
    }

    /** @param edge the right edge where they stand there, else 0 */
    private void quotes(Place place, DrawnRow drawn, int top, int bottom, int edge) {
        for (int depth = 0; depth < place.quotes(); depth++) {
            int in = place.indent() * INDENT + depth * QUOTE;
            int left = edge == 0 ? in : edge - in - BAR;
            // the bar goes through to the row above, but not beyond the quotation
            int from = place.opens() && depth == place.quotes() - 1 ? top : 0;
            drawn.under((gc, x, y, _) -> ink.fill(gc, Shade.BORDER_STRONG, x + left, y + from, BAR, bottom - from, 0));
        }
    }

    private int rule(DrawnRow drawn, Frame frame) {
        int y = frame.y() + Space.S;
        drawn.under((gc, rowX, rowY, _) -> ink.fill(gc, Shade.BORDER, rowX + frame.x(), rowY + y, frame.width(), 1, 0));
        return y + Space.S;
    }

    private static void clipped(GC gc, int x, int y, int width, int height, Runnable drawing) {
        var before = gc.getClipping();
        gc.setClipping(before.intersection(new org.eclipse.swt.graphics.Rectangle(x, y, width, height)));
        drawing.run();
        gc.setClipping(before);
    }
}
