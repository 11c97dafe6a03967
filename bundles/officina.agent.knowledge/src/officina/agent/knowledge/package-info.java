// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The agent and the tool for the person's documents. Answers with their own passages, without any model. */
@NullMarked
package officina.agent.knowledge;

import org.jspecify.annotations.NullMarked;
