// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What the to-do view shows and does, without any widget. */
@NullMarked
package officina.todo.ui.model;

import org.jspecify.annotations.NullMarked;
