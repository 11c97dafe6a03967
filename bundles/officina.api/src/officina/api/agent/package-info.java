// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What an author of an agent implements, and what the agent is given. */
@NullMarked
package officina.api.agent;

import org.jspecify.annotations.NullMarked;
