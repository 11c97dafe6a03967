// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What of these views needs no window. */
@NullMarked
package officina.knowledge.ui.model;

import org.jspecify.annotations.NullMarked;
