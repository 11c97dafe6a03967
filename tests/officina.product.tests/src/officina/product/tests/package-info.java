// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The built product as a user starts it: real processes on real folders. */
@NullMarked
package officina.product.tests;

import org.jspecify.annotations.NullMarked;
