// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.tool;

/** What a call changes. Decides whether the person is asked. */
public enum ToolEffect {
    READS,
    WRITES,
    DESTROYS
}
