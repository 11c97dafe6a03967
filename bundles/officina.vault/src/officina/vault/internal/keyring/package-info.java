// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The keyring of the operating system, where there is one. */
@NullMarked
package officina.vault.internal.keyring;

import org.jspecify.annotations.NullMarked;
