// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Structured proposals: an execution plan, its steps and their actions. */
@NullMarked
package officina.api.plan;

import org.jspecify.annotations.NullMarked;
