// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Drives the real window. */
@NullMarked
package officina.workbench.tests;

import org.jspecify.annotations.NullMarked;
