// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Records and lists as a database: what the journal's events add up to, ready to be searched. */
@NullMarked
package officina.store;

import org.jspecify.annotations.NullMarked;
