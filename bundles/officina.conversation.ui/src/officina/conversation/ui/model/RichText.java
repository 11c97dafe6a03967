// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;

/** Text with marked pieces, which are in order and do not overlap. */
public record RichText(String text, List<Span> spans) {

    public static final RichText EMPTY = plain("");

    public RichText {
        spans = List.copyOf(spans);
    }

    public static RichText plain(String text) {
        return new RichText(text, List.of());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** A piece of it, with what is marked in it. */
    public RichText part(int from, int to) {
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            int start = Math.max(span.start(), from);
            int end = Math.min(span.end(), to);
            if (start < end) {
                kept.add(new Span(start - from, end - from, span.marks(), span.link()));
            }
        }
        return new RichText(text.substring(from, to), kept);
    }

    /** The same without white space around it. */
    public RichText stripped() {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? this : part(from, to);
    }

    /**
     * Pieces of at most so many characters, cut at line ends or spaces where there are any: what is laid out at once
     * must not grow without limit.
     */
    public List<RichText> pieces(int most) {
        if (text.length() <= most) {
            return List.of(this);
        }
        List<RichText> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = cut(from, most);
            pieces.add(part(from, to));
            from = to;
            if (from < text.length() && text.charAt(from) == '\n') {
                from++;
            }
        }
        return pieces;
    }

    private int cut(int from, int most) {
        int limit = from + most;
        if (limit >= text.length()) {
            return text.length();
        }
        int line = text.lastIndexOf('\n', limit);
        if (line > from) {
            return line;
        }
        int space = text.lastIndexOf(' ', limit);
        if (space > from) {
            return space + 1;
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
