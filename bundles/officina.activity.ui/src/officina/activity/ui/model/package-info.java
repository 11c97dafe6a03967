// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What the activity view shows, filters and exports, without any widget. */
@NullMarked
package officina.activity.ui.model;

import org.jspecify.annotations.NullMarked;
