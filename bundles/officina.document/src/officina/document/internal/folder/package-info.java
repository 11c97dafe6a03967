// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Looking through folders. */
@NullMarked
package officina.document.internal.folder;

import org.jspecify.annotations.NullMarked;
