// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The store on H2: opening, applying, answering. */
@NullMarked
package officina.store.internal;

import org.jspecify.annotations.NullMarked;
