// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.List;

/**
 * What the lines of one table share.
 *
 * @param columns one for each column, as they are written
 * @param rightToLeft whether the first column stands at the right
 */
public record TableShape(List<Column> columns, boolean rightToLeft) {

    /** How a column is set. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * A column.
     *
     * @param longest its longest cell without code
     * @param longestCode its longest cell with code, whose letters are wider; empty where there is none
     * @param longestWord its longest word, below which it should not shrink
     */
    public record Column(Align align, String longest, String longestCode, String longestWord) {}

    /** How wide a text is drawn. */
    public interface Measure {
        int width(String text, boolean code);
    }

    public TableShape {
        columns = List.copyOf(columns);
    }

    /**
     * Shares a width among the columns: each gets what its longest cell needs where that fits, else no less than its
     * longest word where that fits.
     *
     * @param padding what a column needs besides its text
     */
    public int[] widths(int available, Measure measure, int padding) {
        int[] widths = new int[columns.size()];
        int wanted = 0;
        int least = 0;
        int[] minimum = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            boolean code = !column.longestCode().isEmpty();
            widths[i] = padding
                    + Math.max(measure.width(column.longest(), false), measure.width(column.longestCode(), true));
            minimum[i] = Math.min(widths[i], measure.width(column.longestWord(), code) + padding);
            wanted += widths[i];
            least += minimum[i];
        }
        if (wanted <= available) {
            return widths;
        }
        if (least >= available) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(padding + 1, (int) ((long) minimum[i] * available / Math.max(least, 1)));
            }
            return widths;
        }
        double share = (double) (available - least) / (wanted - least);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = minimum[i] + (int) ((widths[i] - minimum[i]) * share);
        }
        return widths;
    }
}
