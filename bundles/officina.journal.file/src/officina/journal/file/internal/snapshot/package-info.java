// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Snapshots of sessions, one file each. */
@NullMarked
package officina.journal.file.internal.snapshot;

import org.jspecify.annotations.NullMarked;
