// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Where each event is, in memory. */
@NullMarked
package officina.journal.file.internal.index;

import org.jspecify.annotations.NullMarked;
