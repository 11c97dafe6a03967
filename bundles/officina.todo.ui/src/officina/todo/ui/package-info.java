// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The to-do view: a table that is sorted, filtered and edited in place. */
@NullMarked
package officina.todo.ui;

import org.jspecify.annotations.NullMarked;
