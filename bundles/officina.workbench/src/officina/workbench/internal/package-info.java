// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The parts of the window. */
@NullMarked
package officina.workbench.internal;

import org.jspecify.annotations.NullMarked;
