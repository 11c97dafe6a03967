// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What the view says, without a window. */
@NullMarked
package officina.automations.ui.model;

import org.jspecify.annotations.NullMarked;
