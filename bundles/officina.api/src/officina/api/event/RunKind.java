// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

/** What a run executes. */
public enum RunKind {
    /** One turn of a conversation. */
    TURN,
    /** A person's direct edit. */
    EDIT,
    /** What takes another run's changes back. */
    UNDO,
    /** What Officina does for itself, such as first-start records. */
    SYSTEM,
    /** What a batch agent does by itself. */
    BATCH
}
