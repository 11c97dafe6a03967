// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What menus and keys of the window do. */
@NullMarked
package officina.workbench.internal.command;

import org.jspecify.annotations.NullMarked;
