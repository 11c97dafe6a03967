// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import officina.base.Hkdf;
import officina.vault.Vault;
import officina.vault.VaultKeys;
import officina.vault.VaultSecrets;
import officina.vault.internal.keyring.Keyring;

/** The one data key of a folder, and the keys that HKDF-SHA256 derives from it. */
final class DataKeyVault implements Vault {

    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9.]*");

    private final UUID id;
    private final byte[] dataKey;
    private final VaultKeys keys;
    private final VaultSecrets secrets;
    private boolean closed;

    /** Takes ownership of the key. */
    DataKeyVault(Path path, KeyFile file, byte[] dataKey, Keyring keyring, Supplier<Argon2> strength) {
        this.id = file.id();
        this.dataKey = dataKey;
        secrets = new FileVaultSecrets(
                path.resolveSibling("vault.secrets"), () -> key("secrets").getEncoded());
        keys = new FileVaultKeys(new FileVaultKeys.Ground(path, keyring, strength, this::copy), file);
    }

    private synchronized byte[] copy() {
        if (closed) {
            throw new IllegalStateException("the vault is closed");
        }
        return dataKey.clone();
    }

    @Override
    public synchronized SecretKey key(String purpose) {
        if (closed) {
            throw new IllegalStateException("the vault is closed");
        }
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("not a purpose: " + purpose);
        }
        byte[] salt = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Hkdf.aes(new SecretKeySpec(dataKey, "HKDF"), salt, "officina/1/" + purpose);
    }

    @Override
    public VaultKeys keys() {
        return keys;
    }

    @Override
    public VaultSecrets secrets() {
        return secrets;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(dataKey, (byte) 0);
    }
}
