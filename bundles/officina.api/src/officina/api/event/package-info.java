// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Everything that can happen in a run: one sealed family in one envelope. */
@NullMarked
package officina.api.event;

import org.jspecify.annotations.NullMarked;
