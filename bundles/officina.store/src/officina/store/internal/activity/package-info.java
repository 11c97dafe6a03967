// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The activity log. */
@NullMarked
package officina.store.internal.activity;

import org.jspecify.annotations.NullMarked;
