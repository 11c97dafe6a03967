// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What one turn does next, as its state says. */
@NullMarked
package officina.orchestrator.local.internal.turn;

import org.jspecify.annotations.NullMarked;
