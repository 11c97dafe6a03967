// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

import java.io.IOException;
import java.io.OutputStream;
import officina.base.SecretText;
import officina.vault.internal.age.AgeOutput;

/**
 * Encrypts what leaves the data folder with a passphrase, in the format of age (https://age-encryption.org/v1, scrypt
 * recipient), so that other programs can open it: {@code age --decrypt FILE}. Any thread may call.
 */
public final class PassphraseFile {

    private PassphraseFile() {}

    /**
     * What is written into the result goes encrypted to the stream, which closing the result closes as well; only then
     * is the file whole. Takes about a second and 256 MiB of memory at first, for the derivation from the passphrase,
     * which stays the caller's to close.
     */
    public static OutputStream encrypting(OutputStream to, SecretText passphrase) throws IOException {
        return AgeOutput.open(to, passphrase, AgeOutput.WORK);
    }
}
