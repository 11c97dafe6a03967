// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

/** How much a to-do matters; in ascending order. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
