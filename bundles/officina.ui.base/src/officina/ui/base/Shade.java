// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.Locale;

/**
 * What a colour is for. Views name the purpose; the theme's style sheet ({@code css/light.css}, {@code css/dark.css})
 * says which colour that is. A text shade is readable (contrast 4.5 or more) on every surface it is meant for.
 */
public enum Shade {
    /** The window around the panes. */
    CHROME,
    /** The ground of a pane. */
    SURFACE,
    /** A card that lies on a surface. */
    RAISED,
    /** A field or a well in a surface. */
    SUNKEN,
    /** What the pointer is on. */
    HOVER,
    /** A selected row. */
    SELECTED,
    /** A hairline between areas. */
    BORDER,
    /** The outline of a field. */
    BORDER_STRONG,
    TEXT,
    /** Text of the second rank: times, hints, explanations. */
    MUTED,
    /** Decoration and what is switched off; not for text that must be read. */
    FAINT,
    /** What invites to act, and what is at work. */
    ACCENT,
    ACCENT_HOVER,
    ON_ACCENT,
    ACCENT_SOFT,
    SUCCESS,
    SUCCESS_SOFT,
    WARNING,
    WARNING_SOFT,
    DANGER,
    DANGER_SOFT,
    /** The ground of listings and inline code. */
    CODE,
    LINK,
    /** Found text. */
    MARK,
    /** The found text that is looked at. */
    MARK_CURRENT,
    /** Selected text. */
    SELECTION,
    /** The ground of what the person said. */
    BUBBLE,
    /** The ring around what has the focus. */
    FOCUS;

    /** The identifier of the colour definition: {@code officina.accent-soft}. */
    public String id() {
        return "officina." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
