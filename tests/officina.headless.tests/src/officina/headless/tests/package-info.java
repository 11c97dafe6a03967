// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Officina Headless Tests. */
@NullMarked
package officina.headless.tests;

import org.jspecify.annotations.NullMarked;
