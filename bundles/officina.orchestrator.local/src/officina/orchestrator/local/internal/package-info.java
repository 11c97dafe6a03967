// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The orchestrator of this machine. */
@NullMarked
package officina.orchestrator.local.internal;

import org.jspecify.annotations.NullMarked;
