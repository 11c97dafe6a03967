// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import officina.base.SecretText;
import officina.vault.Vault;
import officina.vault.internal.keyring.NoKeyring;

/**
 * Changes the passphrase of a data folder, makes and checks recovery phrases, until it is killed. Prints {@code begin N}
 * before it makes N the passphrase, {@code done N} after, and {@code phrase ...} for each that was checked.
 */
final class KeyChanger {

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    private KeyChanger() {}

    /** The folder, and the number that is its passphrase now. */
    public static void main(String[] args) throws IOException {
        new KeyChanger().run(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    static FileVaultFactory factory() {
        return new FileVaultFactory(new NoKeyring("it is a test"), () -> Argon2.fresh(1, 64));
    }

    private void run(Path folder, int now) throws IOException {
        try (Vault vault = factory().open(folder, new FixedPassphrase("passphrase " + now))) {
            for (int next = now + 1; ; next++) {
                print("begin " + next);
                try (SecretText passphrase = new SecretText(("passphrase " + next).toCharArray())) {
                    vault.keys().usePassphrase(passphrase);
                }
                print("done " + next);
                try (SecretText phrase = vault.keys().newPhrase()) {
                    print("maybe " + new String(phrase.copy()));
                    vault.keys().checkPhrase(phrase);
                    print("phrase " + new String(phrase.copy()));
                }
            }
        }
    }

    private void print(String line) throws IOException {
        // one write each, so that a kill cuts at most the last line
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
