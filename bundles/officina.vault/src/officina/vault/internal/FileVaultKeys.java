// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.base.SecretText;
import officina.vault.KeyProtection;
import officina.vault.VaultKeys;
import officina.vault.internal.keyring.Keyring;
import officina.vault.internal.phrase.RecoveryPhrase;
import org.jspecify.annotations.Nullable;

/** The wrappings of one data key: makes and drops them, in memory as in {@code vault.keys}. */
final class FileVaultKeys implements VaultKeys {

    /**
     * What it stands on.
     *
     * @param dataKey gives a copy of the key, which is overwritten after use
     */
    record Ground(Path path, Keyring keyring, Supplier<Argon2> strength, Supplier<byte[]> dataKey) {}

    private final Ground ground;
    private KeyFile file;

    FileVaultKeys(Ground ground, KeyFile file) {
        this.ground = ground;
        this.file = file;
    }

    @Override
    public synchronized State state() {
        boolean checked = any(PhraseLock::isChecked);
        boolean unchecked = any(FileVaultKeys::isUnchecked);
        Phrase phrase;
        if (checked) {
            phrase = unchecked ? Phrase.REPLACING : Phrase.CHECKED;
        } else {
            phrase = unchecked ? Phrase.UNCHECKED : Phrase.NONE;
        }
        return new State(protection(), phrase);
    }

    private KeyProtection protection() {
        if (any(each -> each.kind() == Wrapping.KEYRING)) {
            return new KeyProtection(
                    KeyProtection.Kind.KEYRING,
                    "The key of the data is kept in " + ground.keyring().name() + ".",
                    ground.keyring().isTried());
        }
        return any(each -> each.kind() == Wrapping.PASSPHRASE)
                ? new KeyProtection(
                        KeyProtection.Kind.PASSPHRASE, "The key of the data is protected by a passphrase.", true)
                : new KeyProtection(
                        KeyProtection.Kind.UNKNOWN,
                        "The key of the data is kept in a way that only a newer version of Officina knows.",
                        false);
    }

    @Override
    public synchronized void usePassphrase(SecretText passphrase) {
        if (passphrase.isEmpty()) {
            throw VaultFailures.noPassphrase();
        }
        char[] characters = passphrase.copy();
        byte[] dataKey = ground.dataKey().get();
        Wrapping wrapping;
        try {
            wrapping = PassphraseLock.wrap(file.id(), dataKey, ground.strength().get(), characters);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            Arrays.fill(characters, '\0');
        }
        boolean wasInKeyring = any(each -> each.kind() == Wrapping.KEYRING);
        write(keptBy(wrapping));
        if (wasInKeyring) {
            ground.keyring().forget(file.id());
        }
    }

    @Override
    public synchronized void useKeyring() {
        KeyringLock lock = new KeyringLock(ground.keyring());
        Wrapping working = working(lock);
        if (working != null) {
            // its key stays: another one in the keyring would shut out the file that is there
            write(keptBy(working));
            return;
        }
        byte[] dataKey = ground.dataKey().get();
        Wrapping wrapping;
        try {
            wrapping = lock.wrap(file.id(), dataKey);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
        if (wrapping == null) {
            throw VaultFailures.keyringUnusable();
        }
        try {
            write(keptBy(wrapping));
        } catch (FailureException e) {
            lock.forget(file.id());
            throw e;
        }
    }

    /**
     * The wrapping that the keyring opens; {@code null} where there is none or its key is lost. A keyring that cannot be
     * asked now may hold the key, which must not be overwritten then.
     */
    private @Nullable Wrapping working(KeyringLock lock) {
        for (Wrapping each : file.wrappings()) {
            if (each.kind() == Wrapping.KEYRING) {
                try {
                    Arrays.fill(lock.unwrap(file.id(), each), (byte) 0);
                    return each;
                } catch (FailureException e) {
                    if (!e.failure().code().equals(VaultFailures.KEY_LOST)) {
                        throw e;
                    }
                }
            }
        }
        return null;
    }

    @Override
    public synchronized SecretText newPhrase() {
        byte[] dataKey = ground.dataKey().get();
        try (RecoveryPhrase phrase = new RecoveryPhrase(Crypto.random(RecoveryPhrase.BYTES))) {
            Wrapping wrapping = PhraseLock.wrap(file.id(), dataKey, phrase, false);
            List<Wrapping> wrappings = new ArrayList<>(without(FileVaultKeys::isUnchecked));
            wrappings.add(wrapping);
            write(wrappings);
            return phrase.words();
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    @Override
    public synchronized void checkPhrase(SecretText typed) {
        if (!any(FileVaultKeys::isPhrase)) {
            throw VaultFailures.noPhrase();
        }
        try (RecoveryPhrase phrase = PhraseLock.read(typed)) {
            Wrapping opened = openedBy(file, phrase);
            if (!PhraseLock.isChecked(opened)) {
                markChecked(phrase);
            }
        }
    }

    private void markChecked(RecoveryPhrase phrase) {
        byte[] dataKey = ground.dataKey().get();
        try {
            List<Wrapping> wrappings = new ArrayList<>(without(FileVaultKeys::isPhrase));
            wrappings.add(PhraseLock.wrap(file.id(), dataKey, phrase, true));
            write(wrappings);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    private static Wrapping openedBy(KeyFile file, RecoveryPhrase phrase) {
        for (Wrapping each : file.wrappings()) {
            if (isPhrase(each)) {
                byte[] dataKey = PhraseLock.unwrap(file.id(), each, phrase);
                if (dataKey != null) {
                    Arrays.fill(dataKey, (byte) 0);
                    return each;
                }
            }
        }
        throw VaultFailures.wrongPhrase();
    }

    @Override
    public synchronized void removePhrase() {
        if (!any(FileVaultKeys::isPhrase)) {
            throw VaultFailures.noPhrase();
        }
        write(without(FileVaultKeys::isPhrase));
    }

    /** That wrapping in place of keyring and passphrase; phrases, and what a newer version knows, stay. */
    private List<Wrapping> keptBy(Wrapping wrapping) {
        return Stream.concat(
                        Stream.of(wrapping),
                        without(each -> each.kind() == Wrapping.KEYRING || each.kind() == Wrapping.PASSPHRASE).stream())
                .toList();
    }

    private List<Wrapping> without(Predicate<Wrapping> dropped) {
        return file.wrappings().stream().filter(dropped.negate()).toList();
    }

    private boolean any(Predicate<Wrapping> wanted) {
        return file.wrappings().stream().anyMatch(wanted);
    }

    private static boolean isPhrase(Wrapping wrapping) {
        return wrapping.kind() == Wrapping.PHRASE;
    }

    private static boolean isUnchecked(Wrapping wrapping) {
        return isPhrase(wrapping) && !PhraseLock.isChecked(wrapping);
    }

    private void write(List<Wrapping> wrappings) {
        KeyFile next = new KeyFile(file.id(), wrappings);
        byte[] bytes = next.bytes();
        if (!KeyFile.parse(bytes).equals(next)) {
            throw new IllegalStateException("a key file is not read as it was written");
        }
        try {
            DurableFiles.replace(ground.path(), bytes);
        } catch (IOException e) {
            throw VaultFailures.io("The key file of the data cannot be written", e);
        }
        file = next;
    }
}
