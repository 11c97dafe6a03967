// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What to-dos are, apart from any words: drafts, filters, matches, ranking. */
@NullMarked
package officina.agent.task.internal.todo;

import org.jspecify.annotations.NullMarked;
