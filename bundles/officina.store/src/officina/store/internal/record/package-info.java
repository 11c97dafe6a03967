// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Data records, and the columns made of their fields. */
@NullMarked
package officina.store.internal.record;

import org.jspecify.annotations.NullMarked;
