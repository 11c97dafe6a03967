// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/**
 * What is selected in a transcript, across rows.
 *
 * @param anchor where selecting began
 * @param caret where it is now
 */
public record Selection(Position anchor, Position caret) {

    public static final Selection NONE = new Selection(new Position(0, 0), new Position(0, 0));

    public static Selection at(Position position) {
        return new Selection(position, position);
    }

    public static Selection all(Transcript transcript) {
        if (transcript.size() == 0) {
            return NONE;
        }
        int last = transcript.size() - 1;
        return new Selection(
                new Position(0, 0),
                new Position(last, transcript.row(last).plain().length()));
    }

    public boolean isEmpty() {
        return anchor.equals(caret);
    }

    public Position start() {
        return anchor.compareTo(caret) <= 0 ? anchor : caret;
    }

    public Position end() {
        return anchor.compareTo(caret) <= 0 ? caret : anchor;
    }

    public Selection to(Position newCaret) {
        return new Selection(anchor, newCaret);
    }

    /** Where in a row of that length the selection begins; equal to {@link #endIn} when nothing of it is selected. */
    public int startIn(int row, int length) {
        Position start = start();
        if (row == start.row()) {
            return Math.min(start.offset(), length);
        }
        return row > start.row() ? 0 : length;
    }

    public int endIn(int row, int length) {
        Position end = end();
        int from = startIn(row, length);
        if (row == end.row()) {
            return Math.clamp(end.offset(), from, length);
        }
        return row < end.row() ? length : from;
    }

    /** The selection after so many rows have come above it. */
    public Selection below(int rows) {
        return isEmpty() ? this : new Selection(anchor.below(rows), caret.below(rows));
    }

    /** The selection after rows from that one on have changed: kept as long as at most the first of them was
     * in it (an answer that is still being written), else gone. */
    public Selection limitedTo(int rows, Transcript transcript) {
        return end().row() < Math.min(rows + 1, transcript.size()) ? this : NONE;
    }

    /** The selected text, one line a row. */
    public String text(Transcript transcript) {
        StringBuilder out = new StringBuilder();
        for (int row = start().row(); row <= end().row() && row < transcript.size(); row++) {
            String plain = transcript.row(row).plain();
            if (row > start().row()) {
                out.append(separator(transcript.row(row)));
            }
            out.append(plain, startIn(row, plain.length()), endIn(row, plain.length()));
        }
        return isEmpty() ? "" : out.toString();
    }

    /** The selected rows as Markdown; rows that are selected in part, as their text. */
    public String markdown(Transcript transcript) {
        StringBuilder out = new StringBuilder();
        for (int row = start().row(); row <= end().row() && row < transcript.size(); row++) {
            Row each = transcript.row(row);
            String plain = each.plain();
            int from = startIn(row, plain.length());
            int to = endIn(row, plain.length());
            boolean whole = from == 0 && to == plain.length();
            if (whole) {
                out.append(RowMarkdown.of(each, row == start().row() ? null : transcript.row(row - 1)));
            } else if (from < to) {
                out.append(row == start().row() ? "" : "\n\n").append(plain, from, to);
            }
        }
        return isEmpty() ? "" : out.toString();
    }

    private static String separator(Row row) {
        return switch (row.place().gap()) {
            // a long paragraph was cut into rows, anything else that follows closely is a line of its own
            case NONE -> row instanceof Row.Prose ? "" : "\n";
            case TIGHT -> "\n";
            case PARAGRAPH, SECTION, ANSWER, TURN -> "\n\n";
        };
    }
}
