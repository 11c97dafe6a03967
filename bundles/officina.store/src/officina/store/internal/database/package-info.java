// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The database itself: its files, keys, connections and errors. */
@NullMarked
package officina.store.internal.database;

import org.jspecify.annotations.NullMarked;
