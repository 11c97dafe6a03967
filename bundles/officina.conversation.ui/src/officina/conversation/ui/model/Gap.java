// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/** The distance of a row from the one above. */
public enum Gap {
    NONE,
    /** Items of a list. */
    TIGHT,
    PARAGRAPH,
    /** Before a heading. */
    SECTION,
    /** Between question and answer. */
    ANSWER,
    /** Before the next turn. */
    TURN
}
