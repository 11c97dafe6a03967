// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Preferences: one view with a page for each kind of thing that can be chosen. */
@NullMarked
package officina.workbench.internal.preferences;

import org.jspecify.annotations.NullMarked;
