// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

/** Where a to-do stands. */
public enum TodoStatus {
    OPEN,
    DONE
}
