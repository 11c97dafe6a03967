// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Sessions and runs: the state machine, the one pure reducer, and the contract of the journal. */
@NullMarked
package officina.core.run;

import org.jspecify.annotations.NullMarked;
