// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What is remembered by its meaning: vectors of texts, collections of passages, search. */
@NullMarked
package officina.api.memory;

import org.jspecify.annotations.NullMarked;
