// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.permission;

/** How long a grant lasts. */
public enum GrantScope {
    ONCE,
    RUN,
    PROJECT,
    ALWAYS
}
