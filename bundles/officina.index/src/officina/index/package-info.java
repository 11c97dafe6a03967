// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The index: passages by words and by meaning. It holds nothing that its sources could not give again. */
@NullMarked
package officina.index;

import org.jspecify.annotations.NullMarked;
