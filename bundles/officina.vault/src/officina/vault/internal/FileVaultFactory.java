// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.base.SecretText;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.VaultFactory;
import officina.vault.internal.keyring.Keyring;
import officina.vault.internal.keyring.Keyrings;
import officina.vault.internal.keyring.NoKeyring;
import officina.vault.internal.phrase.RecoveryPhrase;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the wrapped data key in {@code vault.keys} in the data folder. */
@Component(service = VaultFactory.class)
public final class FileVaultFactory implements VaultFactory {

    static final String FILE = "vault.keys";

    private static final Logger log = LoggerFactory.getLogger(FileVaultFactory.class);

    // where encrypted data lies: a new key beside it would hide that the old one is gone
    private static final List<String> DATA = List.of("journal", "store");

    private final Keyring keyring;
    private final Supplier<Argon2> strength;

    @Activate
    public FileVaultFactory() {
        this(Keyrings.ofThisSystem(), Argon2::fresh);
    }

    /** Without a keyring, and with cheap passphrases, for tests of other bundles. */
    public FileVaultFactory(int passes, int kibibytes) {
        this(new NoKeyring("it is a test"), () -> Argon2.fresh(passes, kibibytes));
    }

    /** With the strength of new passphrase wrappings. */
    FileVaultFactory(Keyring keyring, Supplier<Argon2> strength) {
        this.keyring = keyring;
        this.strength = strength;
    }

    @Override
    public Vault open(Path folder, PassphraseSource passphrases) {
        KeyFile file = read(folder);
        return file == null ? create(folder, passphrases) : opened(folder, file, passphrases);
    }

    @Override
    public Vault recover(Path folder, SecretText phrase) {
        KeyFile file = read(folder);
        if (file == null) {
            throw VaultFailures.keyFileMissing();
        }
        List<Wrapping> wrappings = file.wrappings().stream()
                .filter(each -> each.kind() == Wrapping.PHRASE)
                .toList();
        if (wrappings.isEmpty()) {
            throw VaultFailures.noPhrase();
        }
        try (RecoveryPhrase read = PhraseLock.read(phrase)) {
            return wrappings.stream()
                    .map(each -> PhraseLock.unwrap(file.id(), each, read))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(dataKey -> vault(folder, file, dataKey))
                    .orElseThrow(VaultFailures::wrongPhrase);
        }
    }

    @Override
    public void destroy(Path folder) {
        try {
            KeyFile file = read(folder);
            if (file != null && file.wrappings().stream().anyMatch(each -> each.kind() == Wrapping.KEYRING)) {
                keyring.forget(file.id());
            }
        } catch (FailureException e) {
            log.warn(
                    "the key file does not tell which key of the keyring is its own: {}",
                    e.failure().code());
        }
        try {
            DurableFiles.overwriteAndDelete(folder.resolve(FILE));
        } catch (IOException e) {
            throw VaultFailures.io("The key file of the data cannot be deleted", e);
        }
    }

    private static @Nullable KeyFile read(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
            return KeyFile.parse(in.readNBytes(KeyFile.MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw VaultFailures.io("The key file of this data cannot be read", e);
        }
    }

    private Vault vault(Path folder, KeyFile file, byte[] dataKey) {
        return new DataKeyVault(folder.resolve(FILE), file, dataKey, keyring, strength);
    }

    /** Tries the keyring before it asks the person. */
    private Vault opened(Path folder, KeyFile file, PassphraseSource passphrases) {
        FailureException first = null;
        Wrapping inKeyring = first(file, Wrapping.KEYRING);
        if (inKeyring != null) {
            try {
                return vault(folder, file, new KeyringLock(keyring).unwrap(file.id(), inKeyring));
            } catch (FailureException e) {
                first = e;
            }
        }
        Wrapping byPassphrase = first(file, Wrapping.PASSPHRASE);
        if (byPassphrase != null) {
            return vault(folder, file, new PassphraseLock(passphrases).unwrap(file.id(), byPassphrase));
        }
        throw first != null ? first : VaultFailures.newer();
    }

    private static @Nullable Wrapping first(KeyFile file, int kind) {
        return file.wrappings().stream()
                .filter(wrapping -> wrapping.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    private Vault create(Path folder, PassphraseSource passphrases) {
        UUID id = UUID.randomUUID();
        byte[] dataKey = Crypto.random(Crypto.KEY);
        KeyringLock lock = new KeyringLock(keyring);
        boolean inKeyring = false;
        try {
            if (holdsData(folder)) {
                throw VaultFailures.keyFileMissing();
            }
            DurableFiles.createFolder(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
            Wrapping wrapping = lock.wrap(id, dataKey);
            inKeyring = wrapping != null;
            if (wrapping == null) {
                wrapping = new PassphraseLock(passphrases).wrap(id, dataKey, strength.get());
            }
            KeyFile file = new KeyFile(id, List.of(wrapping));
            DurableFiles.create(folder.resolve(FILE), file.bytes());
            return vault(folder, file, dataKey);
        } catch (IOException e) {
            if (inKeyring) {
                lock.forget(id);
            }
            throw VaultFailures.io("The key file of the data cannot be written", e);
        }
    }

    private static boolean holdsData(Path folder) throws IOException {
        for (String name : DATA) {
            Path data = folder.resolve(name);
            if (Files.isDirectory(data)) {
                try (Stream<Path> files = Files.list(data)) {
                    if (files.findAny().isPresent()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
