// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Turns Markdown (CommonMark with tables, strike-through and autolinks) into rows. HTML is shown as the text it is;
 * nothing is ever loaded. Any thread.
 */
public final class MarkdownRows {

    /** Most characters that are laid out at once. */
    static final int MOST_CHARACTERS = 4_000;

    /** Most lines of a listing in one row. */
    static final int MOST_LINES = 100;

    /** Lists and quotations deeper than this are shown at this depth. */
    static final int MOST_DEPTH = 8;

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(200).build();

    private final Voice voice;
    private final List<Row> rows = new ArrayList<>();
    private Gap next;
    private int indent;
    private int quotes;
    private boolean quoteOpens;
    private String marker = "";

    private MarkdownRows(Voice voice, Gap first) {
        this.voice = voice;
        next = first;
    }

    /** The rows of a text; the first has the given distance from what is above. */
    public static List<Row> of(String markdown, Voice voice, Gap first) {
        MarkdownRows writer = new MarkdownRows(voice, first);
        writer.children(PARSER.parse(markdown), false);
        return writer.rows;
    }

    /** The rows of a listing. */
    public static List<Row> listing(String language, String text, Voice voice, Gap first) {
        MarkdownRows writer = new MarkdownRows(voice, first);
        writer.code(language, text);
        return writer.rows;
    }

    private void children(Node parent, boolean tight) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            block(child);
            next = tight ? Gap.TIGHT : Gap.PARAGRAPH;
        }
    }

    private void block(Node node) {
        switch (node) {
            case Paragraph paragraph -> prose(inline(paragraph), Face.BODY);
            case Heading heading -> heading(heading);
            case BlockQuote quote -> quoted(quote);
            case BulletList list -> list(list, list.isTight(), 0);
            case OrderedList list -> {
                Integer start = list.getMarkerStartNumber();
                list(list, list.isTight(), start == null ? 1 : start);
            }
            case FencedCodeBlock block -> {
                String info = block.getInfo();
                code(info == null ? "" : info.strip().split("\\s", 2)[0], block.getLiteral());
            }
            case IndentedCodeBlock block -> code("", block.getLiteral());
            case HtmlBlock block -> code("html", block.getLiteral());
            case ThematicBreak _ -> rows.add(new Row.Rule(place(next)));
            case TableBlock table -> TableRows.of(table, place(next), voice == Voice.PERSON, rows);
            default -> children(node, false);
        }
    }

    private void heading(Heading heading) {
        if (next == Gap.PARAGRAPH) {
            next = Gap.SECTION;
        }
        Face face =
                switch (heading.getLevel()) {
                    case 1 -> Face.HEADING_1;
                    case 2 -> Face.HEADING_2;
                    default -> Face.HEADING_3;
                };
        prose(inline(heading), face);
    }

    private void quoted(BlockQuote quote) {
        quotes++;
        quoteOpens = true;
        children(quote, false);
        quotes--;
        quoteOpens = false;
    }

    private void list(Node list, boolean tight, int firstNumber) {
        int number = firstNumber;
        indent++;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                marker = firstNumber == 0 && !(list instanceof OrderedList) ? "\u2022" : number++ + ".";
                item(item, tight);
            }
        }
        marker = "";
        indent--;
    }

    private void item(Node item, boolean tight) {
        if (item.getFirstChild() == null) {
            prose(RichText.EMPTY, Face.BODY);
        } else {
            children(item, tight);
        }
        next = tight ? Gap.TIGHT : Gap.PARAGRAPH;
    }

    private void prose(RichText text, Face face) {
        RichText content = text.stripped();
        String mark = takeMarker();
        if (!mark.isEmpty() && mark.startsWith("\u2022")) {
            if (content.text().startsWith("[ ] ")) {
                mark = "\u2610";
                content = content.part(4, content.text().length());
            } else if (content.text().startsWith("[x] ") || content.text().startsWith("[X] ")) {
                mark = "\u2611";
                content = content.part(4, content.text().length());
            }
        }
        for (RichText piece : content.pieces(MOST_CHARACTERS)) {
            rows.add(new Row.Prose(place(next), piece, face, mark));
            next = Gap.NONE;
            mark = "";
        }
    }

    private void code(String language, String literal) {
        String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        Row.Code whole = new Row.Code(language, text.replace("\t", "    ").replace("\r", ""));
        takeMarker();
        int from = 0;
        boolean first = true;
        do {
            int to = endOfLines(whole.text(), from);
            rows.add(new Row.Listing(
                    place(next), whole, from, to, first, to >= whole.text().length()));
            next = Gap.NONE;
            first = false;
            from = to < whole.text().length() && whole.text().charAt(to) == '\n' ? to + 1 : to;
        } while (from < whole.text().length());
    }

    /** Where a row of a listing that begins there ends: after so many lines or characters, whichever comes first. */
    private static int endOfLines(String text, int from) {
        int end = from;
        for (int line = 0; line < MOST_LINES; line++) {
            int newline = text.indexOf('\n', line == 0 ? end : end + 1);
            int lineEnd = newline < 0 ? text.length() : newline;
            if (lineEnd - from > MOST_CHARACTERS) {
                return line == 0 ? cutLine(text, from + MOST_CHARACTERS) : end;
            }
            end = lineEnd;
            if (newline < 0) {
                return end;
            }
        }
        return end;
    }

    private static int cutLine(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private String takeMarker() {
        String taken = marker;
        marker = "";
        return taken;
    }

    private Place place(Gap gap) {
        boolean opens = quoteOpens;
        quoteOpens = false;
        return new Place(voice, gap, Math.min(indent, MOST_DEPTH), Math.min(quotes, MOST_DEPTH), opens, false);
    }

    private RichText inline(Node block) {
        return InlineText.of(block, voice == Voice.PERSON);
    }
}
