// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What the captures of a pattern mean at a moment, in a zone and a locale. */
@NullMarked
package officina.language.internal.meaning;

import org.jspecify.annotations.NullMarked;
