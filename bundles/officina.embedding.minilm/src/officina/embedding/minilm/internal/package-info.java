// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Vectors of texts by all-MiniLM-L6-v2, inside this process. */
@NullMarked
package officina.embedding.minilm.internal;

import org.jspecify.annotations.NullMarked;
