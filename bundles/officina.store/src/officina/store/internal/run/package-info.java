// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Runs, sessions and what was said in them. */
@NullMarked
package officina.store.internal.run;

import org.jspecify.annotations.NullMarked;
