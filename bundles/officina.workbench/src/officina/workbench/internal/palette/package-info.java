// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The command palette: every command by a few letters of its name. */
@NullMarked
package officina.workbench.internal.palette;

import org.jspecify.annotations.NullMarked;
