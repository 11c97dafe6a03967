// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

/** Where a setting holds. A narrower scope wins. */
public enum SettingScope {
    GLOBAL,
    GROUP,
    PROJECT,
    /** Owned by the record of the conversation, and gone with it. */
    CONVERSATION
}
