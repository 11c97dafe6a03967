// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What the plan view shows, edits and decides, without any widget. */
@NullMarked
package officina.plan.ui.model;

import org.jspecify.annotations.NullMarked;
