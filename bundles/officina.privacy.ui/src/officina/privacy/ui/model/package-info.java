// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What the page shows and asks, without a window. */
@NullMarked
package officina.privacy.ui.model;

import org.jspecify.annotations.NullMarked;
