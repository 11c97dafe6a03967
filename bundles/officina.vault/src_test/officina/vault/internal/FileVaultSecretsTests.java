// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.vault.VaultSecrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of other services, in their file. */
class FileVaultSecretsTests {

    private static final String MARKER = "sk-MARKER-\u00e9\ud83d\ude80";

    @TempDir
    private Path folder;

    private final byte[] key = Crypto.random(Crypto.KEY);

    @Test
    void what_is_kept_is_found_by_the_next_who_opens_it() {
        VaultSecrets secrets = open(key);
        put(secrets, "provider.a", MARKER);
        put(secrets, "provider.b", "two");
        put(secrets, "provider.b", "three");

        assertEquals(Set.of("provider.a", "provider.b"), open(key).names());
        assertEquals(MARKER, found(open(key), "provider.a"));
        assertEquals("three", found(open(key), "provider.b"));
        assertNull(found(open(key), "provider.c"));

        secrets.remove("provider.a");
        secrets.remove("provider.c");

        assertEquals(Set.of("provider.b"), open(key).names());
    }

    @Test
    void the_file_shows_nothing_to_anybody() throws Exception {
        put(open(key), "provider.a", MARKER);

        Path file = folder.resolve("vault.secrets");
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(content.contains("MARKER"), "the secret is in the file");
        assertFalse(content.contains("provider"), "the name is in the file");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void another_key_or_a_changed_byte_is_said_and_changes_nothing() throws Exception {
        put(open(key), "provider.a", MARKER);
        Path file = folder.resolve("vault.secrets");
        byte[] good = Files.readAllBytes(file);

        assertEquals(
                "vault.secrets-damaged",
                code(() -> open(Crypto.random(Crypto.KEY)).names()));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            String code = code(() -> put(open(key), "provider.b", "new"));
            assertTrue(Set.of("vault.secrets-damaged", "engine.newer-data").contains(code), "byte " + i + ": " + code);
            Files.write(file, java.util.Arrays.copyOf(good, i));
            assertEquals("vault.secrets-damaged", code(() -> open(key).names()), "cut at " + i);
        }
        Files.write(file, good);
        assertEquals(MARKER, found(open(key), "provider.a"));
    }

    @Test
    void a_key_that_is_none_is_not_kept() {
        assertEquals("vault.secret-unfit", code(() -> put(open(key), "provider.a", "")));
        assertEquals(
                "vault.secret-unfit", code(() -> put(open(key), "provider.a", "x".repeat(VaultSecrets.LONGEST + 1))));
        assertEquals(Set.of(), open(key).names());
    }

    @Test
    void what_would_not_be_read_as_it_was_given_does_not_take_the_place_of_what_is_there() {
        put(open(key), "provider.a", MARKER);
        assertEquals("vault.secret-unfit", code(() -> put(open(key), "provider.a", "half \ud83d")));
        assertEquals(MARKER, found(open(key), "provider.a"));
    }

    private VaultSecrets open(byte[] with) {
        return new FileVaultSecrets(folder.resolve("vault.secrets"), with::clone);
    }

    private static void put(VaultSecrets secrets, String name, String secret) {
        try (SecretText text = new SecretText(secret.toCharArray())) {
            secrets.put(name, text);
        }
    }

    private static @Nullable String found(VaultSecrets secrets, String name) {
        try (SecretText secret = secrets.find(name)) {
            return secret == null ? null : new String(secret.copy());
        }
    }

    private static String code(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(FailureException.class, work).failure().code();
    }
}
