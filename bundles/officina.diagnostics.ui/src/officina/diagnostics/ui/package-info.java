// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The view of how the engine fares: who is attached, how fast it answers, what was checked. */
@NullMarked
package officina.diagnostics.ui;

import org.jspecify.annotations.NullMarked;
