// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The status area at the lower edge of the window. */
@NullMarked
package officina.workbench.internal.status;

import org.jspecify.annotations.NullMarked;
