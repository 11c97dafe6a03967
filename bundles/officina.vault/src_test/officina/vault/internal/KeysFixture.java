// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.internal.keyring.NoKeyring;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A vault with the keyring of a test, and what tests of its keys do with it. */
abstract class KeysFixture {

    static final PassphraseSource NOBODY = request -> {
        throw VaultFailures.emptyPassphrase();
    };

    @TempDir
    Path temporary;

    final MemoryKeyring keyring = new MemoryKeyring();

    final FileVaultFactory factory = new FileVaultFactory(keyring, () -> Argon2.fresh(1, 64));

    static final String RANDOM = "forum join pitch dove yellow purchase shuffle real situate danger million bunker";

    final FileVaultFactory withoutKeyring =
            new FileVaultFactory(new NoKeyring("it is a test"), () -> Argon2.fresh(1, 64));

    Path folder() {
        return temporary.resolve("data");
    }

    Path file() {
        return folder().resolve(FileVaultFactory.FILE);
    }

    byte[] open(PassphraseSource passphrases) {
        try (Vault vault = factory.open(folder(), passphrases)) {
            return key(vault);
        }
    }

    Vault recovered(String phrase) {
        try (SecretText typed = secret(phrase)) {
            return factory.recover(folder(), typed);
        }
    }

    String refused(String typed, StringWriter told) {
        FailureException refused = assertThrows(FailureException.class, () -> recovered(typed));
        refused.printStackTrace(new PrintWriter(told));
        told.append(refused.failure().toString());
        return refused.failure().message();
    }

    static byte[] key(Vault vault) {
        return vault.key("journal").getEncoded();
    }

    static String newPhrase(Vault vault) {
        try (SecretText phrase = vault.keys().newPhrase()) {
            return new String(phrase.copy());
        }
    }

    static void check(Vault vault, String typed) {
        try (SecretText secret = secret(typed)) {
            vault.keys().checkPhrase(secret);
        }
    }

    static SecretText secret(String text) {
        return new SecretText(text.toCharArray());
    }

    static String code(Executable executable) {
        return assertThrows(FailureException.class, executable).failure().code();
    }
}
