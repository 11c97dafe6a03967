// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows back as Markdown, for the clipboard. */
public final class RowMarkdown {

    private RowMarkdown() {}

    /** The Markdown of one row, with what must stand before it after the row above. */
    public static String of(Row row, @Nullable Row above) {
        String body =
                switch (row) {
                    case Row.Prose prose -> prose(prose);
                    case Row.Listing listing -> listing(listing);
                    case Row.TableLine line -> table(line);
                    case Row.Rule _ -> "---";
                    case Row.Note note -> "*" + escaped(note.text()) + "*";
                    case Row.Card card -> card(card);
                };
        String quoted = "> ".repeat(row.place().quotes());
        String text = quoted.isEmpty() ? body : body.lines().map(quoted::concat).collect(Collectors.joining("\n"));
        return above == null ? text : separator(row) + text;
    }

    private static String separator(Row row) {
        boolean goesOn = row.place().gap() == Gap.NONE || row.place().gap() == Gap.TIGHT;
        return goesOn ? "\n" : "\n\n";
    }

    private static String prose(Row.Prose prose) {
        String inline = inline(prose.content());
        String start =
                switch (prose.face()) {
                    case BODY -> item(prose);
                    case HEADING_1 -> "# ";
                    case HEADING_2 -> "## ";
                    case HEADING_3 -> "### ";
                };
        return start + inline.replace("\n", "\n" + " ".repeat(start.length()));
    }

    private static String item(Row.Prose prose) {
        int depth = prose.place().indent();
        if (depth == 0) {
            return "";
        }
        String before = "   ".repeat(depth - 1);
        return switch (prose.marker()) {
            case "" -> before + "   ";
            case "\u2022" -> before + "-  ";
            case "\u2610" -> before + "-  [ ] ";
            case "\u2611" -> before + "-  [x] ";
            default -> before + prose.marker() + " ";
        };
    }

    private static String listing(Row.Listing listing) {
        String fence = listing.whole().text().contains("```") ? "````" : "```";
        String open = listing.first() ? fence + listing.whole().language() + "\n" : "";
        return open + listing.plain() + (listing.last() ? "\n" + fence : "");
    }

    private static String table(Row.TableLine line) {
        String cells = line.cells().stream()
                .map(cell -> inline(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
        if (!line.header()) {
            return cells;
        }
        return cells
                + line.shape().columns().stream()
                        .map(column -> switch (column.align()) {
                            case LEFT -> "---";
                            case CENTER -> ":-:";
                            case RIGHT -> "--:";
                        })
                        .collect(Collectors.joining(" | ", "\n| ", " |"));
    }

    private static String card(Row.Card card) {
        List<String> lines =
                card.lines().stream().map(line -> "- " + escaped(line.text())).toList();
        return "**" + escaped(card.title()) + "**" + (lines.isEmpty() ? "" : "\n\n" + String.join("\n", lines));
    }

    static String inline(RichText rich) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Span span : rich.spans()) {
            out.append(escaped(rich.text().substring(at, span.start())));
            out.append(marked(rich.text().substring(span.start(), span.end()), span));
            at = span.end();
        }
        return out.append(escaped(rich.text().substring(at))).toString();
    }

    private static String marked(String text, Span span) {
        boolean code = span.marks().contains(Mark.CODE);
        String result = code ? "`" + text + "`" : escaped(text);
        if (span.marks().contains(Mark.STRIKE)) {
            result = "~~" + result + "~~";
        }
        if (span.marks().contains(Mark.EMPHASIS)) {
            result = "*" + result + "*";
        }
        if (span.marks().contains(Mark.STRONG)) {
            result = "**" + result + "**";
        }
        String link = span.link();
        if (link == null) {
            return result;
        }
        return text.equals(link) ? "<" + link + ">" : "[" + result + "](" + link + ")";
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#~])", "\\\\$1");
    }
}
