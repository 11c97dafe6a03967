// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The journal: opening, appending, reading, subscriptions. */
@NullMarked
package officina.journal.file.internal;

import org.jspecify.annotations.NullMarked;
