// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** From words to values: drafts of to-dos, days, filters. */
@NullMarked
package officina.agent.task.internal.reading;

import org.jspecify.annotations.NullMarked;
