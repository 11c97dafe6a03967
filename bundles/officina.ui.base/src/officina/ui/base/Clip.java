// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.swt.graphics.GC;

/** Cuts text that is drawn to the room there is. UI thread only. */
public final class Clip {

    private static final String ELLIPSIS = "…";

    /** No screen shows more of one line; a pasted page must not be measured whole. */
    private static final int MOST = 1_000;

    private Clip() {}

    /** The first line of the text in the font of the drawing, with an ellipsis where it is cut; empty without room. */
    public static String line(GC gc, String text, int room) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        if (line.length() <= MOST && gc.textExtent(line).x <= room) {
            return line;
        }
        int low = 0;
        int high = Math.min(line.length(), MOST);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (gc.textExtent(line.substring(0, middle) + ELLIPSIS).x <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low > 0 && Character.isHighSurrogate(line.charAt(low - 1))) {
            low--;
        }
        return low == 0 ? "" : line.substring(0, low).stripTrailing() + ELLIPSIS;
    }
}
