// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Small pure helpers that every other bundle may use: ownership, threads, identifiers. */
@NullMarked
package officina.base;

import org.jspecify.annotations.NullMarked;
