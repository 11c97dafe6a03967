// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.regex.Pattern;

/** Changes drawings of the icon family as text: they name no colour but {@code currentColor}, and are square. */
final class SvgText {

    private static final Pattern SIZE = Pattern.compile("\\b(width|height)=\"24\"");

    private SvgText() {}

    /** The drawing in that colour, so many pixels wide and high. */
    public static String coloured(String svg, String colour, int pixels) {
        return SIZE.matcher(svg).replaceAll("$1=\"" + pixels + "\"").replace("currentColor", colour);
    }
}
