// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.text;

import java.util.ArrayList;
import java.util.List;
import officina.document.internal.cut.Borders;
import officina.document.internal.cut.Manuscript;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown: a chapter is a section, a block of the outermost level a paragraph. Only the blocks are parsed; what lies
 * inside them is text as it stands in the file.
 */
final class MarkdownSyntax implements TextReader.Syntax {

    private static final int DEEPEST = 64;

    private final Parser parser = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, block) -> {})
            .build();

    @Override
    public void mark(String text, TextLines lines, Borders borders, Manuscript manuscript) {
        int skipped = frontMatter(lines);
        Node document = parser.parse(text.substring(lines.start(skipped)));
        List<String> path = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        boolean behindHeading = false;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (!(node instanceof Block) || spans.isEmpty()) {
                continue;
            }
            int line = skipped + spans.getFirst().getLineIndex();
            int start = lines.start(line);
            if (node instanceof Heading heading) {
                while (!levels.isEmpty() && levels.getLast() >= heading.getLevel()) {
                    levels.removeLast();
                    path.removeLast();
                }
                levels.add(heading.getLevel());
                path.add(words(lines, line, spans.size()));
                manuscript.under(start, path);
                // a heading without a text of its own goes with the one below it
                borders.raise(start, behindHeading ? Borders.BLOCK : Borders.SECTION);
                behindHeading = true;
            } else {
                borders.raise(start, behindHeading ? Borders.NONE : Borders.PARAGRAPH);
                behindHeading = false;
            }
        }
    }

    private static String words(TextLines lines, int line, int count) {
        StringBuilder words = new StringBuilder();
        String first = lines.line(line);
        boolean underlined = !first.stripLeading().startsWith("#");
        // the last line of an underlined heading is the line under it
        for (int i = 0; i < Math.max(1, underlined ? count - 1 : count); i++) {
            words.append(lines.line(line + i)).append(' ');
        }
        return Manuscript.heading(underlined ? words.toString() : withoutSigns(first));
    }

    /** A heading without the signs before it and, where there are some, behind it. Takes its length, whatever is in it. */
    private static String withoutSigns(String line) {
        int start = past(line, past(line, 0, " "), "#");
        int end = before(line, line.length(), " \t");
        int signs = before(line, end, "#");
        boolean closed = signs < end && signs > start && " \t".indexOf(line.charAt(signs - 1)) >= 0;
        return line.substring(start, Math.max(start, closed ? signs : end)).strip();
    }

    private static int past(String line, int from, String letters) {
        int at = from;
        while (at < line.length() && letters.indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int before(String line, int from, String letters) {
        int at = from;
        while (at > 0 && letters.indexOf(line.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /** How many lines of settings stand at the top, between two lines of three dashes. */
    private static int frontMatter(TextLines lines) {
        if (!lines.line(0).stripTrailing().equals("---")) {
            return 0;
        }
        for (int line = 1; line < lines.count() - 1; line++) {
            String words = lines.line(line).stripTrailing();
            if (words.equals("---") || words.equals("...")) {
                return line + 1;
            }
        }
        return 0;
    }
}
