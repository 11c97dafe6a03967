// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Cutting a text into passages. */
@NullMarked
package officina.document.internal.cut;

import org.jspecify.annotations.NullMarked;
