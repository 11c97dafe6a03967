// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What people say, as data: the patterns of requests and the words that carry meaning. */
@NullMarked
package officina.agent.task.internal.phrases;

import org.jspecify.annotations.NullMarked;
