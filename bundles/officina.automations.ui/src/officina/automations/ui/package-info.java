// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The view of what works by itself: batch agents, when they are due, and what they did. */
@NullMarked
package officina.automations.ui;

import org.jspecify.annotations.NullMarked;
