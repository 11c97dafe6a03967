// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import officina.base.DurableFiles;
import officina.base.SecretText;
import officina.vault.VaultSecrets;
import org.jspecify.annotations.Nullable;

/** Secrets in a file; none stays in memory between two calls. */
final class FileVaultSecrets implements VaultSecrets {

    private final Path file;
    private final Supplier<byte[]> key;

    /** @param key gives a copy of the key, which is overwritten after use */
    FileVaultSecrets(Path file, Supplier<byte[]> key) {
        this.file = file;
        this.key = key;
    }

    @Override
    public synchronized Set<String> names() {
        return with(secrets -> Set.copyOf(new TreeSet<>(secrets.keySet())));
    }

    @Override
    public synchronized @Nullable SecretText find(String name) {
        TreeMap<String, char[]> secrets = read();
        try {
            char[] secret = secrets.get(name);
            return secret == null ? null : new SecretText(secret.clone());
        } finally {
            wipe(secrets);
        }
    }

    @Override
    public synchronized void put(String name, SecretText secret) {
        char[] characters = secret.copy();
        if (characters.length == 0 || characters.length > LONGEST) {
            Arrays.fill(characters, '\0');
            throw VaultFailures.secretUnfit();
        }
        with(secrets -> {
            char[] before = secrets.put(name, characters);
            if (before != null) {
                Arrays.fill(before, '\0');
            }
            if (secrets.size() > MOST) {
                throw VaultFailures.secretUnfit();
            }
            write(secrets);
            return name;
        });
    }

    @Override
    public synchronized void remove(String name) {
        with(secrets -> {
            char[] before = secrets.remove(name);
            if (before != null) {
                Arrays.fill(before, '\0');
                write(secrets);
            }
            return name;
        });
    }

    private <T> T with(Function<TreeMap<String, char[]>, T> work) {
        TreeMap<String, char[]> secrets = read();
        try {
            return work.apply(secrets);
        } finally {
            wipe(secrets);
        }
    }

    private static void wipe(Map<String, char[]> secrets) {
        secrets.values().forEach(each -> Arrays.fill(each, '\0'));
    }

    private TreeMap<String, char[]> read() {
        byte[] content;
        try {
            if (!Files.exists(file)) {
                return new TreeMap<>();
            }
            if (Files.size(file) > SecretsFile.MOST_BYTES) {
                throw VaultFailures.secretsDamaged();
            }
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw VaultFailures.io("The secrets of the data folder cannot be read", e);
        }
        byte[] secret = key.get();
        try {
            return SecretsFile.read(secret, content);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void write(Map<String, char[]> secrets) {
        byte[] secret = key.get();
        try {
            DurableFiles.replace(file, SecretsFile.write(secret, secrets));
        } catch (IOException e) {
            throw VaultFailures.io("The secrets of the data folder cannot be written", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
