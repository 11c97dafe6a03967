// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The activity view: everything of consequence that happened, newest first. */
@NullMarked
package officina.activity.ui;

import org.jspecify.annotations.NullMarked;
