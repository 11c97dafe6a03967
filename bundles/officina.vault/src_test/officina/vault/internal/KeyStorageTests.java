// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import officina.base.SecretText;
import officina.vault.KeyProtection.Kind;
import officina.vault.Vault;
import officina.vault.VaultKeys.Phrase;
import org.junit.jupiter.api.Test;

/** Keyring and passphrase as ways to the data key: chosen, changed and destroyed. */
class KeyStorageTests extends KeysFixture {

    @Test
    void a_new_passphrase_takes_the_place_of_the_old_one() {
        byte[] key;
        try (Vault vault = withoutKeyring.open(folder(), new FixedPassphrase("old"));
                SecretText next = secret("n\u00e9w")) {
            key = key(vault);
            vault.keys().usePassphrase(next);
        }
        assertArrayEquals(key, open(new FixedPassphrase("ne\u0301w")));
        assertEquals("vault.wrong-passphrase", code(() -> open(new FixedPassphrase("old"))));
    }

    @Test
    void a_passphrase_by_choice_takes_the_key_out_of_the_keyring_and_back() {
        byte[] key;
        try (Vault vault = factory.open(folder(), NOBODY);
                SecretText passphrase = secret("by choice")) {
            key = key(vault);
            String phrase = newPhrase(vault);
            vault.keys().usePassphrase(passphrase);
            assertEquals(Kind.PASSPHRASE, vault.keys().state().protection().kind());
            assertTrue(keyring.secrets.isEmpty());
            recovered(phrase).close();
        }
        assertEquals("vault.passphrase-needed", code(() -> open(NOBODY)));
        try (Vault vault = factory.open(folder(), new FixedPassphrase("by choice"))) {
            vault.keys().useKeyring();
            vault.keys().useKeyring();
            assertEquals(Kind.KEYRING, vault.keys().state().protection().kind());
        }
        assertArrayEquals(key, open(NOBODY));
    }

    @Test
    void an_empty_passphrase_changes_nothing() {
        byte[] key = open(NOBODY);
        try (Vault vault = factory.open(folder(), NOBODY);
                SecretText empty = secret("")) {
            assertEquals("vault.passphrase-needed", code(() -> vault.keys().usePassphrase(empty)));
        }
        assertArrayEquals(key, open(NOBODY));
    }

    @Test
    void a_keyring_that_is_locked_now_keeps_the_key_it_has() {
        try (Vault vault = factory.open(folder(), NOBODY)) {
            byte[] kept = keyring.secrets.values().iterator().next();
            keyring.state = MemoryKeyring.State.LOCKED;
            assertEquals("vault.keyring-locked", code(() -> vault.keys().useKeyring()));
            keyring.state = MemoryKeyring.State.OPEN;
            vault.keys().useKeyring();
            assertArrayEquals(kept, keyring.secrets.values().iterator().next());
        }
    }

    @Test
    void a_change_that_cannot_be_written_leaves_everything_as_it_was() throws IOException {
        byte[] key;
        try (Vault vault = factory.open(folder(), NOBODY);
                SecretText passphrase = secret("never")) {
            key = key(vault);
            // where the new content would be prepared, there is a folder that is not empty
            Files.createDirectories(
                    folder().resolve(FileVaultFactory.FILE + ".new").resolve("in the way"));
            assertEquals("vault.io", code(() -> vault.keys().usePassphrase(passphrase)));
            assertEquals("vault.io", code(() -> newPhrase(vault)));
            assertEquals(Kind.KEYRING, vault.keys().state().protection().kind());
            assertEquals(Phrase.NONE, vault.keys().state().phrase());
        }
        assertArrayEquals(key, open(NOBODY));
    }

    @Test
    void what_a_crash_left_of_a_change_is_in_nobodys_way() throws IOException {
        Path unfinished = folder().resolve(FileVaultFactory.FILE + ".new");
        byte[] key = open(NOBODY);
        byte[] whole = Files.readAllBytes(file());
        for (int length : new int[] {0, 1, whole.length / 2, whole.length}) {
            Files.write(unfinished, Arrays.copyOf(whole, length));
            assertArrayEquals(key, open(NOBODY));
            try (Vault vault = factory.open(folder(), NOBODY)) {
                newPhrase(vault);
            }
            assertFalse(Files.exists(unfinished));
        }
    }

    @Test
    void keeps_the_ways_that_only_a_newer_version_knows() throws IOException {
        open(NOBODY);
        KeyFile file = KeyFile.parse(Files.readAllBytes(file()));
        Wrapping unknown = Wrapping.of(99, new byte[70]);
        Files.write(file(), new KeyFile(file.id(), List.of(file.wrappings().getFirst(), unknown)).bytes());
        try (Vault vault = factory.open(folder(), NOBODY);
                SecretText passphrase = secret("open sesame")) {
            check(vault, newPhrase(vault));
            vault.keys().usePassphrase(passphrase);
            vault.keys().removePhrase();
        }
        assertTrue(KeyFile.parse(Files.readAllBytes(file())).wrappings().contains(unknown));
    }

    @Test
    void a_destroyed_key_is_neither_in_the_keyring_nor_on_the_disk() throws IOException {
        String phrase;
        try (Vault vault = factory.open(folder(), NOBODY)) {
            phrase = newPhrase(vault);
        }
        Files.writeString(folder().resolve("vault.keys.new"), "an interrupted change");
        factory.destroy(folder());

        assertTrue(keyring.secrets.isEmpty());
        assertFalse(Files.exists(file()));
        assertFalse(Files.exists(folder().resolve("vault.keys.new")));
        assertEquals("vault.key-lost", code(() -> recovered(phrase)));
        factory.destroy(folder());
    }

    @Test
    void a_damaged_key_file_can_be_destroyed_as_well() throws IOException {
        factory.open(folder(), NOBODY).close();
        Files.writeString(file(), "damaged");
        factory.destroy(folder());
        assertFalse(Files.exists(file()));
    }
}
