// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** How a question is read, how good a passage is, and how it is quoted. */
@NullMarked
package officina.agent.knowledge.internal;

import org.jspecify.annotations.NullMarked;
