// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** PDF. */
@NullMarked
package officina.document.internal.pdf;

import org.jspecify.annotations.NullMarked;
