// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.error;

/** Who can act on a failure. Decides retry, wording and log level; never parsed from a message. */
public enum ErrorKind {
    /** The person's input: nothing was changed, asking differently helps. */
    USER,
    /** A grant is missing or was refused. */
    PERMISSION,
    /** An outside service: a model, a mail server. */
    PROVIDER,
    /** This machine: disk, memory, a lock, a missing library. */
    RESOURCE,
    /** A defect of Officina or of a plug-in. */
    INTERNAL
}
