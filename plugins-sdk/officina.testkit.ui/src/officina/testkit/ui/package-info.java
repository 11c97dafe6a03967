// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Shows a view in a window of its own, without the workbench, for tests and for looking at it. */
@NullMarked
package officina.testkit.ui;

import org.jspecify.annotations.NullMarked;
