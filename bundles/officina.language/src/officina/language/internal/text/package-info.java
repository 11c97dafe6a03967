// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** A text as tokens: words, digits and marks, with what stands between them. */
@NullMarked
package officina.language.internal.text;

import org.jspecify.annotations.NullMarked;
