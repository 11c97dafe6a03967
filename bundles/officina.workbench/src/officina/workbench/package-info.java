// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The Officina window: application, layout, status, commands. */
@NullMarked
package officina.workbench;

import org.jspecify.annotations.NullMarked;
