// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.vault.internal.keyring.Keyring;
import org.jspecify.annotations.Nullable;

/** Every failure of the vault, in one place. */
final class VaultFailures {

    private VaultFailures() {}

    static FailureException damaged() {
        return resource(
                "vault.damaged",
                "The key file of this data is damaged, so the data cannot be opened.",
                "Put vault.keys back from a backup of the data folder.");
    }

    static FailureException newer() {
        return resource(
                "engine.newer-data",
                "The key file of this data was written by a newer version of Officina.",
                "Open it with that version or a later one.");
    }

    static FailureException keyFileMissing() {
        return resource(
                "vault.key-lost",
                "The data folder holds data, but its key file is gone.",
                "Put vault.keys back from a backup of the data folder.");
    }

    static FailureException keyLost(Keyring keyring) {
        return resource(
                "vault.key-lost",
                "The key of this data is not in " + keyring.name() + " any more.",
                "Restore the keyring from a backup, or open the data as the user who made it.");
    }

    static FailureException keyringLocked(Keyring keyring) {
        return new FailureException(new Failure(
                "vault.keyring-locked",
                ErrorKind.RESOURCE,
                "The key of this data is in " + keyring.name() + ", which is locked.",
                "Unlock it and try again.",
                true,
                null));
    }

    static FailureException keyringUnreachable(Keyring keyring, String reason) {
        return new FailureException(new Failure(
                "vault.keyring-unreachable",
                ErrorKind.RESOURCE,
                "The key of this data is in " + keyring.name() + ", which cannot be reached: " + reason + ".",
                "Start Officina from the desktop session that made the data.",
                true,
                null));
    }

    static FailureException wrongPassphrase() {
        return new FailureException(Failure.of(
                "vault.wrong-passphrase",
                ErrorKind.USER,
                "The passphrase does not open this data.",
                "Try again with the passphrase that was chosen for this data folder."));
    }

    static FailureException emptyPassphrase() {
        return new FailureException(Failure.of(
                "vault.passphrase-needed",
                ErrorKind.USER,
                "There is no keyring to keep the key of the data, and no passphrase was chosen.",
                "Choose a passphrase, or start a keyring such as GNOME Keyring or KWallet."));
    }

    static FailureException io(String what, Throwable cause) {
        return new FailureException(
                Failure.of(
                        "vault.io",
                        ErrorKind.RESOURCE,
                        what + " (" + cause.getClass().getSimpleName() + ").",
                        "Check that the data folder may be written to and that the disk has room."),
                cause);
    }

    private static FailureException resource(String code, String message, @Nullable String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy));
    }
}
