// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What works by itself: when it is due, its runs, and how far each is. */
@NullMarked
package officina.engine.internal.automation;

import org.jspecify.annotations.NullMarked;
