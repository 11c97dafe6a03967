// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The recovery phrase: twelve words of BIP39 that stand for 128 random bits. */
@NullMarked
package officina.vault.internal.phrase;

import org.jspecify.annotations.NullMarked;
