// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects text while marks and a link are switched on and off around it. */
final class RichTextBuilder {

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
    private @Nullable String link;

    void append(String more) {
        if (more.isEmpty()) {
            return;
        }
        int start = text.length();
        text.append(more);
        if (!marks.isEmpty() || link != null) {
            add(new Span(start, text.length(), marks, link));
        }
    }

    void appendCode(String code) {
        marked(Mark.CODE, () -> append(code));
    }

    void marked(Mark mark, Runnable inside) {
        boolean fresh = marks.add(mark);
        inside.run();
        if (fresh) {
            marks.remove(mark);
        }
    }

    void linked(String address, Runnable inside) {
        String outer = link;
        link = address;
        inside.run();
        link = outer;
    }

    int length() {
        return text.length();
    }

    RichText build() {
        return new RichText(text.toString(), spans);
    }

    private void add(Span span) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.end() == span.start() && sameLook(last, span)) {
            spans.set(spans.size() - 1, new Span(last.start(), span.end(), span.marks(), span.link()));
        } else {
            spans.add(span);
        }
    }

    private static boolean sameLook(Span one, Span other) {
        Set<Mark> marks = one.marks();
        return marks.equals(other.marks()) && java.util.Objects.equals(one.link(), other.link());
    }
}
