// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

/** What happened to a record. */
public enum RecordChange {
    CREATED,
    UPDATED,
    DELETED
}
