// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What every view shares: the UI thread, the theme, icons, panes with their states, and the way to the engine. */
@NullMarked
package officina.ui.base;

import org.jspecify.annotations.NullMarked;
