// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Opens the engine beside the window. */
@NullMarked
package officina.workbench.internal.engine;

import org.jspecify.annotations.NullMarked;
