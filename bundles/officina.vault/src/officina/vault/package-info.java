// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The key of a data folder: made silently, kept in the keyring or under a passphrase, never in plain text. */
@NullMarked
package officina.vault;

import org.jspecify.annotations.NullMarked;
