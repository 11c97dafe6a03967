// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The wire form of the contracts: how the values of {@code officina.api} are written as JSON, and read again. */
@NullMarked
package officina.protocol;

import org.jspecify.annotations.NullMarked;
