// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Segment files: header, encrypted frames, what a segment holds. */
@NullMarked
package officina.journal.file.internal.segment;

import org.jspecify.annotations.NullMarked;
