// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import officina.base.SecretText;
import officina.vault.internal.phrase.RecoveryPhrase;
import officina.vault.internal.phrase.RecoveryPhrase.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the data key with a recovery phrase. Its key is derived with HKDF alone: a phrase is 128 random bits, which no
 * stretching makes harder to guess.
 */
final class PhraseLock {

    private static final byte CHECKED = 1;
    private static final int SALT = 16;
    private static final int PARAMETERS = 1 + SALT;
    private static final String PURPOSE = "officina/1/recovery-phrase";

    private PhraseLock() {}

    static Wrapping wrap(UUID id, byte[] dataKey, RecoveryPhrase phrase, boolean checked) {
        byte[] salt = Crypto.random(SALT);
        byte[] parameters = ByteBuffer.allocate(PARAMETERS)
                .put(checked ? CHECKED : 0)
                .put(salt)
                .array();
        byte[] key = Crypto.derive(phrase.bytes(), salt, PURPOSE);
        try {
            return Wrapping.of(
                    Wrapping.PHRASE,
                    parameters,
                    Crypto.seal(key, dataKey, KeyFile.context(id, Wrapping.PHRASE), parameters));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The data key; {@code null} when it is another phrase's wrapping. */
    static byte @Nullable [] unwrap(UUID id, Wrapping wrapping, RecoveryPhrase phrase) {
        ByteBuffer sealed = wrapping.body();
        if (sealed.remaining() < PARAMETERS) {
            throw VaultFailures.damaged();
        }
        byte[] parameters = new byte[PARAMETERS];
        sealed.get(parameters);
        byte[] key = Crypto.derive(phrase.bytes(), Arrays.copyOfRange(parameters, 1, PARAMETERS), PURPOSE);
        try {
            return Crypto.open(key, sealed, KeyFile.context(id, Wrapping.PHRASE), parameters);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    static boolean isChecked(Wrapping wrapping) {
        ByteBuffer body = wrapping.body();
        return wrapping.kind() == Wrapping.PHRASE && body.hasRemaining() && body.get() == CHECKED;
    }

    /** What a person typed. A failure says what is wrong with it, without any word of it. */
    static RecoveryPhrase read(SecretText typed) {
        return switch (RecoveryPhrase.read(typed)) {
            case Reading.Whole(RecoveryPhrase phrase) -> phrase;
            case Reading.UnknownWord(int place) -> throw VaultFailures.unknownWord(place);
            case Reading.WrongCount(int count) -> throw VaultFailures.wordCount(count);
            case Reading.WrongCheck() -> throw VaultFailures.wordsDoNotFit();
        };
    }
}
