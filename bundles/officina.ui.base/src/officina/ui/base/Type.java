// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.swt.SWT;

/** The one type scale. Sizes are relative to the system's font, so that the person's own setting holds. */
public enum Type {
    TITLE(1.35, SWT.BOLD, false),
    HEADING(1.12, SWT.BOLD, false),
    BODY(1.0, SWT.NORMAL, false),
    STRONG(1.0, SWT.BOLD, false),
    EMPHASIS(1.0, SWT.ITALIC, false),
    STRONG_EMPHASIS(1.0, SWT.BOLD | SWT.ITALIC, false),
    SMALL(0.88, SWT.NORMAL, false),
    SMALL_STRONG(0.88, SWT.BOLD, false),
    CODE(0.95, SWT.NORMAL, true),
    CODE_STRONG(0.95, SWT.BOLD, true);

    private final double scale;
    private final int style;
    private final boolean fixedWidth;

    Type(double scale, int style, boolean fixedWidth) {
        this.scale = scale;
        this.style = style;
        this.fixedWidth = fixedWidth;
    }

    double scale() {
        return scale;
    }

    int style() {
        return style;
    }

    boolean fixedWidth() {
        return fixedWidth;
    }
}
