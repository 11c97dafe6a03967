// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/** Who speaks in a row. */
public enum Voice {
    PERSON,
    AGENT
}
