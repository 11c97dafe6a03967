// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Opening and keeping in step. */
@NullMarked
package officina.index.internal;

import org.jspecify.annotations.NullMarked;
