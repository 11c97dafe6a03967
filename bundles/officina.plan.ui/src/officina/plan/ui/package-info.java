// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The plan view: what an agent proposes, step by step, to be changed, allowed or rejected. */
@NullMarked
package officina.plan.ui;

import org.jspecify.annotations.NullMarked;
