// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What of the page needs no window. */
@NullMarked
package officina.plugins.ui.model;

import org.jspecify.annotations.NullMarked;
