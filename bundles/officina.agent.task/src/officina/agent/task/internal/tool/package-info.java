// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The same abilities as tools for other agents and for models: document 000's create, update, list and suggest. */
@NullMarked
package officina.agent.task.internal.tool;

import org.jspecify.annotations.NullMarked;
