// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Databases of other programs. */
@NullMarked
package officina.store.internal.foreign;

import org.jspecify.annotations.NullMarked;
