// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** The lines of a Markdown table. */
final class TableRows {

    private record Line(List<RichText> cells, boolean header) {}

    /** A cell wants no more room than for so many characters. */
    private static final int LONGEST_CELL = 200;

    private static final int LONGEST_WORD = 30;

    private final List<Line> lines = new ArrayList<>();
    private final List<TableShape.Align> aligns = new ArrayList<>();
    private final boolean keepLines;

    private TableRows(boolean keepLines) {
        this.keepLines = keepLines;
    }

    static void of(TableBlock table, Place place, boolean keepLines, List<Row> out) {
        TableRows reader = new TableRows(keepLines);
        reader.read(table, false);
        TableShape shape = reader.shape();
        for (int i = 0; i < reader.lines.size(); i++) {
            Line line = reader.lines.get(i);
            out.add(new Row.TableLine(
                    i == 0 ? place : place.gap(Gap.NONE),
                    shape,
                    line.cells(),
                    line.header(),
                    i == reader.lines.size() - 1));
        }
    }

    private void read(Node parent, boolean header) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow) {
                line(child, header);
            } else {
                read(child, child instanceof TableHead);
            }
        }
    }

    private void line(Node row, boolean header) {
        List<RichText> cells = new ArrayList<>();
        for (Node child = row.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableCell cell) {
                if (header) {
                    aligns.add(align(cell));
                }
                RichText text = InlineText.of(cell, keepLines);
                cells.add(
                        text.text().length() > MarkdownRows.MOST_CHARACTERS
                                ? text.part(0, MarkdownRows.MOST_CHARACTERS)
                                : text);
            }
        }
        while (cells.size() < aligns.size()) {
            cells.add(RichText.EMPTY);
        }
        lines.add(new Line(cells, header));
    }

    private static TableShape.Align align(TableCell cell) {
        TableCell.Alignment alignment = cell.getAlignment();
        if (alignment == null) {
            return TableShape.Align.LEFT;
        }
        return switch (alignment) {
            case LEFT -> TableShape.Align.LEFT;
            case CENTER -> TableShape.Align.CENTER;
            case RIGHT -> TableShape.Align.RIGHT;
        };
    }

    private TableShape shape() {
        List<TableShape.Column> columns = new ArrayList<>();
        for (int i = 0; i < aligns.size(); i++) {
            String longest = "";
            String longestWord = "";
            String longestCode = "";
            for (Line line : lines) {
                RichText cell = line.cells().get(i);
                boolean code =
                        cell.spans().stream().anyMatch(span -> span.marks().contains(Mark.CODE));
                String text = cell.text();
                String cut = limited(text, LONGEST_CELL);
                longest = code ? longest : longer(longest, cut);
                longestCode = code ? longer(longestCode, cut) : longestCode;
                for (String word : text.split("\\s+")) {
                    longestWord = longer(longestWord, limited(word, LONGEST_WORD));
                }
            }
            columns.add(new TableShape.Column(aligns.get(i), longest, longestCode, longestWord));
        }
        return new TableShape(columns, isRightToLeft());
    }

    /** As the first cell that says it does. */
    private boolean isRightToLeft() {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(Reading::says)
                .findFirst()
                .filter(Reading::rightToLeft)
                .isPresent();
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    private static String limited(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
