// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The patterns of a language's data file, and the search for them in a text. */
@NullMarked
package officina.language.internal.grammar;

import org.jspecify.annotations.NullMarked;
