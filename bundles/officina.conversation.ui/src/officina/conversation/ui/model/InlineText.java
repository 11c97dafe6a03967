// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The inline content of a Markdown block as rich text. */
final class InlineText {

    /** Marks nested deeper than this are left out: hostile input must not exhaust the stack. */
    private static final int MOST_DEPTH = 64;

    private final RichTextBuilder out = new RichTextBuilder();
    private final boolean keepLines;
    private int depth;

    private InlineText(boolean keepLines) {
        this.keepLines = keepLines;
    }

    /** @param keepLines whether a line end in the source is one on the screen: people mean it so, documents do not */
    static RichText of(Node block, boolean keepLines) {
        InlineText writer = new InlineText(keepLines);
        writer.children(block);
        return writer.out.build();
    }

    private void children(Node parent) {
        if (depth == MOST_DEPTH) {
            flat(parent);
            return;
        }
        depth++;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            inline(child);
        }
        depth--;
    }

    private void flat(Node top) {
        for (Node node = top.getFirstChild(); node != null; node = following(node, top)) {
            if (node.getFirstChild() == null) {
                inline(node);
            }
        }
    }

    /** The node that comes next in the text, inside the top one. */
    private static @Nullable Node following(Node node, Node top) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (Node at = node; at != null && at != top; at = at.getParent()) {
            if (at.getNext() != null) {
                return at.getNext();
            }
        }
        return null;
    }

    private void inline(Node node) {
        switch (node) {
            case Text text -> out.append(text.getLiteral());
            case Code code -> out.appendCode(code.getLiteral());
            case StrongEmphasis strong -> out.marked(Mark.STRONG, () -> children(strong));
            case Emphasis emphasis -> out.marked(Mark.EMPHASIS, () -> children(emphasis));
            case Strikethrough strike -> out.marked(Mark.STRIKE, () -> children(strike));
            case Link link -> linked(link, link.getDestination());
            case Image image -> linked(image, image.getDestination());
            case HardLineBreak _ -> out.append("\n");
            case SoftLineBreak _ -> out.append(keepLines ? "\n" : " ");
            case HtmlInline html -> out.appendCode(html.getLiteral());
            default -> children(node);
        }
    }

    /** A picture is shown as a link with its alternative text: loading it would tell its server that it was read. */
    private void linked(Node node, String destination) {
        int before = out.length();
        out.linked(destination, () -> {
            children(node);
            if (out.length() == before) {
                out.append(destination);
            }
        });
    }
}
