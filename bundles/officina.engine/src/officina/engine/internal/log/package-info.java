// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The writing side of the journal and the reading side of the store. */
@NullMarked
package officina.engine.internal.log;

import org.jspecify.annotations.NullMarked;
