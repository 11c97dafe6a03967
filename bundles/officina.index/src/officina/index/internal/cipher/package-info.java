// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Files of Lucene, encrypted block by block. */
@NullMarked
package officina.index.internal.cipher;

import org.jspecify.annotations.NullMarked;
