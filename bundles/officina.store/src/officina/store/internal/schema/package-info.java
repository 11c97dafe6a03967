// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The tables, brought up to date by numbered migrations. */
@NullMarked
package officina.store.internal.schema;

import org.jspecify.annotations.NullMarked;
