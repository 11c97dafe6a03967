// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/** What a note or card is about, which decides its colour. */
public enum Tone {
    QUIET,
    WORKING,
    ASKING,
    GOOD,
    WARNING,
    BAD
}
