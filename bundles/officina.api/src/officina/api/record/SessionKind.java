// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

/** What a session is for. */
public enum SessionKind {
    /** A person talks with agents. */
    CONVERSATION,
    /** The person's own direct edits and settings, one session a project; not shown among conversations. */
    EDITS,
    /** What a batch agent does, one session a month; not shown among conversations. */
    BATCH
}
