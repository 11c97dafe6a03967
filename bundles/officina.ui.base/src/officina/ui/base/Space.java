// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

/** The one spacing scale, in points (SWT scales them for the screen). */
public final class Space {

    /** Between an icon and its word. */
    public static final int XS = 4;
    /** Between things that belong together. */
    public static final int S = 8;
    /** The margin of a pane. */
    public static final int M = 12;
    /** Between groups. */
    public static final int L = 16;

    public static final int XL = 24;
    public static final int XXL = 40;

    /** The corner radius of cards and fields. */
    public static final int RADIUS = 8;
    /** The corner radius of small things: inline code, pills. */
    public static final int RADIUS_SMALL = 4;

    /** Icons in rows and buttons. */
    public static final int ICON = 16;
    /** Icons of empty and failing states. */
    public static final int ICON_LARGE = 32;

    /** Text is not laid out wider than this; longer lines are hard to read. */
    public static final int READING_WIDTH = 760;

    private Space() {}
}
