// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/** How a piece of text stands out. */
public enum Mark {
    STRONG,
    EMPHASIS,
    STRIKE,
    CODE
}
