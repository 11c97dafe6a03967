// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import officina.vault.PassphraseRequest;
import officina.vault.PassphraseSource;

/** Wraps the data key with a passphrase. */
final class PassphraseLock {

    private static final int ATTEMPTS = 3;

    private final PassphraseSource source;

    PassphraseLock(PassphraseSource source) {
        this.source = source;
    }

    Wrapping wrap(UUID id, byte[] dataKey, Argon2 argon2) {
        char[] passphrase = chosen();
        try {
            return wrap(id, dataKey, argon2, passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    static Wrapping wrap(UUID id, byte[] dataKey, Argon2 argon2, char[] passphrase) {
        byte[] parameters = argon2.bytes();
        byte[] key = argon2.key(passphrase);
        try {
            return Wrapping.of(
                    Wrapping.PASSPHRASE,
                    parameters,
                    Crypto.seal(key, dataKey, KeyFile.context(id, Wrapping.PASSPHRASE), parameters));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private char[] chosen() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            char[] passphrase = source.ask(new PassphraseRequest(true, attempt));
            if (passphrase.length > 0) {
                return passphrase;
            }
        }
        throw VaultFailures.emptyPassphrase();
    }

    byte[] unwrap(UUID id, Wrapping wrapping) {
        ByteBuffer sealed = wrapping.body();
        Argon2 argon2;
        try {
            argon2 = Argon2.read(sealed);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw VaultFailures.damaged();
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            char[] passphrase = source.ask(new PassphraseRequest(false, attempt));
            byte[] key = argon2.key(passphrase);
            Arrays.fill(passphrase, '\0');
            byte[] dataKey =
                    Crypto.open(key, sealed.duplicate(), KeyFile.context(id, Wrapping.PASSPHRASE), argon2.bytes());
            Arrays.fill(key, (byte) 0);
            if (dataKey != null) {
                return dataKey;
            }
        }
        throw VaultFailures.wrongPassphrase();
    }
}
