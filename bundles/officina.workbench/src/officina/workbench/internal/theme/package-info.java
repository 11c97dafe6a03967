// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Light and dark. */
@NullMarked
package officina.workbench.internal.theme;

import org.jspecify.annotations.NullMarked;
