// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.vault.internal.keyring.Keyring;
import officina.vault.internal.phrase.RecoveryPhrase;
import org.jspecify.annotations.Nullable;

/** Every failure of the vault, in one place. */
final class VaultFailures {

    static final String KEY_LOST = "vault.key-lost";

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

    static FailureException secretsDamaged() {
        return resource(
                "vault.secrets-damaged",
                "The keys of model servers and other services cannot be read: their file is damaged.",
                "Put vault.secrets back from a backup of the data folder, or delete it and give the keys again.");
    }

    static FailureException secretUnfit() {
        return new FailureException(Failure.of(
                "vault.secret-unfit",
                ErrorKind.USER,
                "A key is empty, longer than any key, or one more than can be kept.",
                "Give the key as its service shows it."));
    }

    static FailureException keyFileMissing() {
        return resource(
                KEY_LOST,
                "The data folder holds data, but its key file is gone.",
                "Put vault.keys back from a backup of the data folder.");
    }

    static FailureException keyLost(Keyring keyring) {
        return resource(
                KEY_LOST,
                "The key of this data is not in " + keyring.name() + " any more.",
                "Open the data as the user who made it. With a recovery phrase: officina keys recover.");
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
                "Try again with the passphrase of this data folder. With a recovery phrase: officina keys recover."));
    }

    static FailureException emptyPassphrase() {
        return new FailureException(Failure.of(
                "vault.passphrase-needed",
                ErrorKind.USER,
                "There is no keyring to keep the key of the data, and no passphrase was chosen.",
                "Choose a passphrase, or start a keyring such as GNOME Keyring or KWallet."));
    }

    static FailureException noPassphrase() {
        return new FailureException(Failure.of(
                "vault.passphrase-needed",
                ErrorKind.USER,
                "An empty passphrase protects nothing, so nothing was changed.",
                "Choose a passphrase."));
    }

    static FailureException keyringUnusable() {
        return resource(
                "vault.keyring-unusable",
                "The key cannot be kept in a keyring: none answers, or it is locked.",
                "Unlock or start a keyring such as GNOME Keyring or KWallet and try again; nothing was changed.");
    }

    static FailureException unknownWord(int place) {
        return mistyped("Word " + place + " is not one of the words that recovery phrases are made of.");
    }

    static FailureException wordCount(int count) {
        return mistyped("A recovery phrase has " + RecoveryPhrase.WORDS + " words; " + count + " were given.");
    }

    static FailureException wordsDoNotFit() {
        return mistyped("These words are no recovery phrase: at least one is wrong or in the wrong place.");
    }

    private static FailureException mistyped(String message) {
        return new FailureException(Failure.of(
                "vault.phrase-mistyped",
                ErrorKind.USER,
                message,
                "Compare each word with what you wrote down, and try again."));
    }

    static FailureException wrongPhrase() {
        return new FailureException(Failure.of(
                "vault.wrong-phrase",
                ErrorKind.USER,
                "The recovery phrase does not open this data.",
                "It is that of another data folder, or another one has taken its place."));
    }

    static FailureException noPhrase() {
        return new FailureException(Failure.of(
                "vault.no-phrase",
                ErrorKind.USER,
                "There is no recovery phrase for this data.",
                "While the data opens, one can be made: officina keys phrase new."));
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
