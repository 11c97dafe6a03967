// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.theme;

/** Which theme the person wants; the names are the values of the setting. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
