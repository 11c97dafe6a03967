// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/** How large prose is written. */
public enum Face {
    BODY,
    HEADING_1,
    HEADING_2,
    HEADING_3
}
