// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The key file and what wraps the key in it. */
@NullMarked
package officina.vault.internal;

import org.jspecify.annotations.NullMarked;
