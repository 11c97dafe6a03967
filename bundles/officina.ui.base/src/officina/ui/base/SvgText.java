// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.ImageData;

/** Drawings as SVG texts, and as the pixels they stand for. Any thread. */
public final class SvgText {

    private static final Pattern SIZE = Pattern.compile("\\b(width|height)=\"24\"");

    private SvgText() {}

    /** The pixels of a drawing, in the size it names. */
    public static ImageData drawn(String svg) {
        return new ImageData(new ByteArrayInputStream(bare(svg).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Without what stands before the drawing: SWT knows an SVG by its first letters, and would leave a text that begins
     * with a comment to a library of the system that need not be there.
     */
    static String bare(String svg) {
        return svg.substring(Math.max(0, svg.indexOf("<svg")));
    }

    /** A drawing of the icon family, square and with no colour but {@code currentColor}, in that colour and size. */
    static String coloured(String svg, String colour, int pixels) {
        return SIZE.matcher(svg).replaceAll("$1=\"" + pixels + "\"").replace("currentColor", colour);
    }
}
