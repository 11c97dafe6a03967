// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The agent and the tools for to-dos. Understands plain requests without any model. */
@NullMarked
package officina.agent.task;

import org.jspecify.annotations.NullMarked;
