// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Word documents. */
@NullMarked
package officina.document.internal.word;

import org.jspecify.annotations.NullMarked;
