// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The handles of agents and tools, in memory, for their authors' tests. */
@NullMarked
package officina.testkit.agent;

import org.jspecify.annotations.NullMarked;
