// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

/**
 * Where a passphrase comes from: a dialog, a terminal, a file descriptor. Implemented by whoever opens a data folder.
 */
public interface PassphraseSource {

    /**
     * The passphrase; the caller overwrites the array after use. Called off the UI thread and may block while a person
     * types. Asked at most three times for one opening. Throws a {@link officina.api.error.FailureException} with
     * {@code vault.passphrase-needed} when there is nobody to ask or the person does not want to answer.
     */
    char[] ask(PassphraseRequest request);
}
