// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

import java.util.Set;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of other services: keys of model servers, passwords of mail servers. They are in {@code vault.secrets},
 * encrypted with a key of the vault, and nowhere else; each change rewrites that file in one step. Any thread may call;
 * the calls block on the disk. {@code vault.io} where the file cannot be read or written, {@code vault.secrets-damaged}
 * where it is not what was written; nothing has changed then.
 */
public interface VaultSecrets {

    /** Most characters of a secret. */
    int LONGEST = 16_384;

    /** Most secrets. */
    int MOST = 1_000;

    /** The names of all secrets. */
    Set<String> names();

    /** The secret of that name, which becomes the caller's to close; {@code null} where there is none. */
    @Nullable
    SecretText find(String name);

    /**
     * Keeps a secret, in the place of the one before. It stays the caller's to close. {@code vault.secret-unfit} for an
     * empty one or one that is too long.
     */
    void put(String name, SecretText secret);

    /** Forgets a secret; does nothing where there is none. */
    void remove(String name);
}
