// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The index in Lucene. */
@NullMarked
package officina.index.internal.lucene;

import org.jspecify.annotations.NullMarked;
