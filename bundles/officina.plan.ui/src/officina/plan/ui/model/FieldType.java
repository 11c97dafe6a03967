// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

/** How a parameter is shown and edited. */
public enum FieldType {
    /** One line that must not be empty. */
    TITLE,
    /** One line. */
    LINE,
    /** Several lines. */
    TEXT,
    DAY,
    TIME,
    PRIORITY,
    STATUS,
    /** Names, separated by commas. */
    NAMES,
    NUMBER,
    FLAG,
    /** Shown, not edited: a reference to another step's result, or a structure. */
    FIXED
}
