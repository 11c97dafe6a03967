// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.util.Arrays;
import java.util.UUID;
import officina.vault.internal.keyring.Keyring;
import officina.vault.internal.keyring.Keyring.Finding;
import org.jspecify.annotations.Nullable;

/** Wraps the data key with a random key that the keyring keeps. */
final class KeyringLock {

    private final Keyring keyring;

    KeyringLock(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The wrapping, or nothing where no keyring can be relied on. */
    @Nullable
    Wrapping wrap(UUID id, byte[] dataKey) {
        byte[] key = Crypto.random(Crypto.KEY);
        try {
            return keyring.keep(id, key)
                    ? Wrapping.of(Wrapping.KEYRING, Crypto.seal(key, dataKey, KeyFile.context(id, Wrapping.KEYRING)))
                    : null;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    byte[] unwrap(UUID id, Wrapping wrapping) {
        return switch (keyring.find(id)) {
            case Finding.Found found -> open(id, wrapping, found);
            case Finding.Missing _ -> throw VaultFailures.keyLost(keyring);
            case Finding.Locked _ -> throw VaultFailures.keyringLocked(keyring);
            case Finding.Unreachable(String reason) -> throw VaultFailures.keyringUnreachable(keyring, reason);
        };
    }

    private byte[] open(UUID id, Wrapping wrapping, Finding.Found found) {
        try (var secret = found.secret()) {
            byte[] dataKey = secret.bytes().length == Crypto.KEY
                    ? Crypto.open(secret.bytes(), wrapping.body(), KeyFile.context(id, Wrapping.KEYRING))
                    : null;
            if (dataKey == null) {
                // the file is whole, so what the keyring holds is not its key
                throw VaultFailures.keyLost(keyring);
            }
            return dataKey;
        }
    }

    void forget(UUID id) {
        keyring.forget(id);
    }
}
