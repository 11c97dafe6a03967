// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** From a request to an answer with the actions that go with it. */
@NullMarked
package officina.agent.task.internal.reply;

import org.jspecify.annotations.NullMarked;
