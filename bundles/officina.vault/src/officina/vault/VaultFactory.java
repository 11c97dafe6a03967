// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

import java.nio.file.Path;
import officina.base.SecretText;

/** Opens vaults; an OSGi service. */
public interface VaultFactory {

    /**
     * Opens the vault of a data folder, making folder and key at the first time: silently where a keyring of the
     * operating system can be relied on, else with a passphrase. May block on the keyring (a few seconds; longer while
     * its own window asks the person to unlock it) and on the passphrase source: call it off the UI thread. Expected
     * trouble is a {@link officina.api.error.FailureException}:
     *
     * <ul>
     *   <li>{@code vault.keyring-locked}: the keyring holds the key and was not unlocked
     *   <li>{@code vault.keyring-unreachable}: the keyring holds the key and this process cannot speak to it
     *   <li>{@code vault.key-lost}: the keyring is open and does not hold the key any more
     *   <li>{@code vault.passphrase-needed}: thrown by the source
     *   <li>{@code vault.wrong-passphrase}: three times
     *   <li>{@code vault.damaged}: the key file was changed or is incomplete
     *   <li>{@code vault.io}: folder or file cannot be read or written
     *   <li>{@code engine.newer-data}: written by a newer version
     * </ul>
     *
     * <p>None of them changes anything in the folder.
     */
    Vault open(Path folder, PassphraseSource passphrases);

    /**
     * Opens the vault of existing data with its recovery phrase, as a person typed it, when keyring or passphrase is
     * lost; {@link Vault#keys} then chooses how the key is kept from now on. Blocks on the disk only. Changes nothing.
     * {@code vault.phrase-mistyped}, {@code vault.wrong-phrase}, {@code vault.no-phrase}, {@code vault.key-lost} where
     * there is no key file, {@code vault.damaged}, {@code vault.io}, {@code engine.newer-data}.
     */
    Vault recover(Path folder, SecretText phrase);

    /**
     * Makes the data of a folder unreadable for good: takes its key out of the keyring, then overwrites and deletes the
     * key file. Needs no passphrase, and does not mind a damaged file. The entry of a keyring that does not answer stays
     * there and opens nothing any more. Does nothing where there is no key file. {@code vault.io}.
     */
    void destroy(Path folder);
}
