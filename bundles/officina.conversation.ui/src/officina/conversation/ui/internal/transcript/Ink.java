// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import officina.conversation.ui.model.Mark;
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
        int length = rich.text().length();
        if (length > 0) {
            layout.setStyle(new TextStyle(theme.font(type), theme.color(shade), null), 0, length - 1);
        }
        for (Span span : rich.spans()) {
            layout.setStyle(style(span, type, shade), span.start(), span.end() - 1);
        }
        return layout;
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
