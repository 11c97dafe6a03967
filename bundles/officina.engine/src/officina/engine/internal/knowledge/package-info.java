// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What the engine knows of the person's documents: the means to find passages by words and by meaning. */
@NullMarked
package officina.engine.internal.knowledge;

import org.jspecify.annotations.NullMarked;
