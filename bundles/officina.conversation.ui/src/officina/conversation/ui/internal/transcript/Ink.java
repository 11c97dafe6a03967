// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.List;
import officina.conversation.ui.model.Mark;
import officina.conversation.ui.model.Reading;
import officina.conversation.ui.model.RichText;
import officina.conversation.ui.model.Span;
import officina.conversation.ui.model.Tone;
import officina.ui.base.Icons;
import officina.ui.base.Shade;
import officina.ui.base.Theme;
import officina.ui.base.Type;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;

/** What rows are drawn with. */
record Ink(Device device, Theme theme, Icons icons) {

    private static final int LINE_SPACING = 3;
    private static final char ISOLATE_FROM_LEFT = '\u2066';
    private static final char END_OF_ISOLATE = '\u2069';

    /** Lays out text; the caller disposes the result. */
    TextLayout text(String text, Type type, Shade shade, int width) {
        return text(RichText.plain(text), type, shade, width);
    }

    /** Lays out text with marks; the caller disposes the result. */
    TextLayout text(RichText rich, Type type, Shade shade, int width) {
        TextLayout layout = new TextLayout(device);
        layout.setFont(theme.font(type));
        layout.setSpacing(LINE_SPACING);
        layout.setText(rich.text());
        layout.setWidth(Math.max(width, 1));
        if (Reading.mixed(rich.text())) {
            bothWays(layout, rich);
        }
        int length = rich.text().length();
        if (length > 0) {
            layout.setStyle(new TextStyle(theme.font(type), theme.color(shade), null), 0, length - 1);
        }
        for (Span span : rich.spans()) {
            layout.setStyle(style(span, type, shade), span.start(), span.end() - 1);
        }
        return layout;
    }

    /** Lays out code, which begins at the left in every language; the caller disposes the result. */
    TextLayout code(String text, int width) {
        TextLayout layout = text(text, Type.CODE, Shade.TEXT, width);
        layout.setOrientation(SWT.LEFT_TO_RIGHT);
        return layout;
    }

    /** Has a text stand at the left, beside what is drawn there, whichever way it is read. */
    void beginAtLeft(TextLayout layout) {
        if (layout.getOrientation() == SWT.RIGHT_TO_LEFT) {
            layout.setAlignment(SWT.RIGHT);
        }
    }

    /** The paragraph is read as its first letter says; a piece of code in it keeps its own order, signs at its ends too. */
    private static void bothWays(TextLayout layout, RichText rich) {
        layout.setOrientation(Reading.rightToLeft(rich) ? SWT.RIGHT_TO_LEFT : SWT.LEFT_TO_RIGHT);
        List<Span> codes = rich.spans().stream()
                .filter(span -> span.marks().contains(Mark.CODE))
                .toList();
        int[] places = new int[2 * codes.size()];
        char[] marks = new char[places.length];
        for (int i = 0; i < codes.size(); i++) {
            places[2 * i] = codes.get(i).start();
            marks[2 * i] = ISOLATE_FROM_LEFT;
            places[2 * i + 1] = codes.get(i).end();
            marks[2 * i + 1] = END_OF_ISOLATE;
        }
        layout.setSegments(places);
        layout.setSegmentsChars(marks);
    }

    private TextStyle style(Span span, Type around, Shade shade) {
        boolean link = span.link() != null;
        TextStyle style = new TextStyle(theme.font(type(span, around)), theme.color(link ? Shade.LINK : shade), null);
        style.underline = link;
        style.underlineStyle = SWT.UNDERLINE_SINGLE;
        style.strikeout = span.marks().contains(Mark.STRIKE);
        return style;
    }

    private static Type type(Span span, Type around) {
        if (span.marks().contains(Mark.CODE)) {
            return span.marks().contains(Mark.STRONG) ? Type.CODE_STRONG : Type.CODE;
        }
        boolean strong = span.marks().contains(Mark.STRONG);
        boolean emphasis = span.marks().contains(Mark.EMPHASIS);
        if (around != Type.BODY) {
            return around;
        }
        if (strong) {
            return emphasis ? Type.STRONG_EMPHASIS : Type.STRONG;
        }
        return emphasis ? Type.EMPHASIS : around;
    }

    static Shade shade(Tone tone) {
        return switch (tone) {
            case QUIET -> Shade.MUTED;
            case WORKING, ASKING -> Shade.ACCENT;
            case GOOD -> Shade.SUCCESS;
            case WARNING -> Shade.WARNING;
            case BAD -> Shade.DANGER;
        };
    }

    /** Fills a rectangle with round corners, or draws nothing when it is empty. */
    void fill(GC gc, Shade shade, int x, int y, int width, int height, int radius) {
        gc.setBackground(theme.color(shade));
        if (radius == 0) {
            gc.fillRectangle(x, y, width, height);
        } else {
            gc.fillRoundRectangle(x, y, width, height, radius * 2, radius * 2);
        }
    }

    /** Draws the outline of a rectangle with round corners. */
    void outline(GC gc, Shade shade, int x, int y, int width, int height, int radius) {
        gc.setForeground(theme.color(shade));
        gc.setLineWidth(1);
        gc.drawRoundRectangle(x, y, width - 1, height - 1, radius * 2, radius * 2);
    }
}
