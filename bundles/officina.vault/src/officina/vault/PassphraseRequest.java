// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

/**
 * What is asked for.
 *
 * @param fresh a new passphrase is chosen (ask for it twice, say that it cannot be recovered), not an old one given
 * @param attempt from 1; greater when the passphrase before was wrong or empty
 */
public record PassphraseRequest(boolean fresh, int attempt) {}
