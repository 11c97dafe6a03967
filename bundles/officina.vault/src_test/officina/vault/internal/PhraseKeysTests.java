// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import officina.base.SecretText;
import officina.vault.KeyProtection.Kind;
import officina.vault.Vault;
import officina.vault.VaultKeys.Phrase;
import org.junit.jupiter.api.Test;

/** The recovery phrase as a way to the data key: made, checked, used, replaced and removed. */
class PhraseKeysTests extends KeysFixture {

    @Test
    void a_phrase_opens_the_data_when_the_keyring_lost_the_key_and_a_new_storage_is_chosen() {
        byte[] key;
        String phrase;
        try (Vault vault = factory.open(folder(), NOBODY)) {
            key = key(vault);
            phrase = newPhrase(vault);
            assertEquals(Phrase.UNCHECKED, vault.keys().state().phrase());
        }
        keyring.secrets.clear();
        assertEquals("vault.key-lost", code(() -> open(NOBODY)));

        try (Vault vault = recovered(phrase)) {
            assertArrayEquals(key, key(vault));
            vault.keys().useKeyring();
        }
        assertArrayEquals(key, open(NOBODY));

        keyring.secrets.clear();
        try (Vault vault = recovered(phrase.toUpperCase(java.util.Locale.ROOT));
                SecretText passphrase = secret("open sesame")) {
            vault.keys().usePassphrase(passphrase);
        }
        assertArrayEquals(key, open(new FixedPassphrase("open sesame")));
    }

    @Test
    void a_phrase_opens_the_data_when_the_passphrase_is_forgotten() {
        byte[] key;
        String phrase;
        try (Vault vault = withoutKeyring.open(folder(), new FixedPassphrase("forgotten"))) {
            key = key(vault);
            phrase = newPhrase(vault);
        }
        try (SecretText typed = secret(phrase);
                Vault vault = withoutKeyring.recover(folder(), typed);
                SecretText passphrase = secret("remembered")) {
            assertArrayEquals(key, key(vault));
            assertEquals("vault.keyring-unusable", code(() -> vault.keys().useKeyring()));
            vault.keys().usePassphrase(passphrase);
            assertEquals(Kind.PASSPHRASE, vault.keys().state().protection().kind());
        }
        try (Vault vault = withoutKeyring.open(folder(), new FixedPassphrase("remembered"))) {
            assertArrayEquals(key, key(vault));
        }
        assertEquals(
                "vault.wrong-passphrase",
                code(() -> withoutKeyring
                        .open(folder(), new FixedPassphrase("forgotten"))
                        .close()));
    }

    @Test
    void a_phrase_that_is_not_the_one_opens_nothing_and_changes_nothing() throws IOException {
        String phrase;
        String ofAnother;
        try (Vault vault = factory.open(folder(), NOBODY);
                Vault other = factory.open(temporary.resolve("other"), NOBODY)) {
            assertEquals("vault.no-phrase", code(() -> recovered(RANDOM)));
            phrase = newPhrase(vault);
            ofAnother = newPhrase(other);
        }
        byte[] before = Files.readAllBytes(file());
        assertNotEquals(phrase, ofAnother);

        assertEquals("vault.wrong-phrase", code(() -> recovered(ofAnother)));
        assertEquals("vault.wrong-phrase", code(() -> recovered(RANDOM)));
        assertEquals("vault.phrase-mistyped", code(() -> recovered(phrase + " zoo")));
        assertEquals("vault.phrase-mistyped", code(() -> recovered("qwertz" + phrase)));
        assertEquals("vault.phrase-mistyped", code(() -> recovered("")));
        assertArrayEquals(before, Files.readAllBytes(file()));
        recovered(phrase).close();
    }

    @Test
    void no_phrase_helps_without_the_key_file_and_none_is_made() throws IOException {
        Files.createDirectory(folder());

        assertEquals("vault.key-lost", code(() -> recovered(RANDOM)));
        assertFalse(Files.exists(file()));
    }

    @Test
    void a_phrase_counts_as_checked_once_it_was_entered_again() {
        try (Vault vault = factory.open(folder(), NOBODY)) {
            assertEquals(Phrase.NONE, vault.keys().state().phrase());
            assertEquals("vault.no-phrase", code(() -> check(vault, RANDOM)));
            String phrase = newPhrase(vault);

            assertEquals("vault.wrong-phrase", code(() -> check(vault, RANDOM)));
            assertEquals(Phrase.UNCHECKED, vault.keys().state().phrase());
            check(vault, phrase);
            assertEquals(Phrase.CHECKED, vault.keys().state().phrase());
            check(vault, phrase);
            recovered(phrase).close();
        }
        try (Vault vault = factory.open(folder(), NOBODY)) {
            assertEquals(Phrase.CHECKED, vault.keys().state().phrase());
        }
    }

    @Test
    void a_checked_phrase_is_valid_until_its_replacement_is_checked() {
        try (Vault vault = factory.open(folder(), NOBODY)) {
            String first = newPhrase(vault);
            check(vault, first);
            String abandoned = newPhrase(vault);
            String second = newPhrase(vault);
            assertEquals(Phrase.REPLACING, vault.keys().state().phrase());
            assertEquals("vault.wrong-phrase", code(() -> recovered(abandoned)));
            check(vault, first);
            recovered(first).close();
            recovered(second).close();

            check(vault, second);
            assertEquals(Phrase.CHECKED, vault.keys().state().phrase());
            assertEquals("vault.wrong-phrase", code(() -> recovered(first)));
            recovered(second).close();
        }
    }

    @Test
    void a_phrase_that_was_removed_opens_nothing() {
        try (Vault vault = factory.open(folder(), NOBODY)) {
            assertEquals("vault.no-phrase", code(() -> vault.keys().removePhrase()));
            String phrase = newPhrase(vault);
            vault.keys().removePhrase();

            assertEquals(Phrase.NONE, vault.keys().state().phrase());
            assertEquals("vault.no-phrase", code(() -> recovered(phrase)));
        }
    }

    @Test
    void a_forged_mark_of_a_check_makes_the_phrase_useless_and_nothing_else() throws IOException {
        byte[] key;
        String phrase;
        try (Vault vault = factory.open(folder(), NOBODY)) {
            key = key(vault);
            phrase = newPhrase(vault);
        }
        KeyFile file = KeyFile.parse(Files.readAllBytes(file()));
        byte[] body = new byte[file.wrappings().get(1).body().remaining()];
        file.wrappings().get(1).body().get(body);
        body[0] = 1;
        Files.write(
                file(),
                new KeyFile(file.id(), List.of(file.wrappings().getFirst(), Wrapping.of(Wrapping.PHRASE, body)))
                        .bytes());

        assertEquals("vault.wrong-phrase", code(() -> recovered(phrase)));
        Files.write(
                file(), new KeyFile(file.id(), List.of(Wrapping.of(Wrapping.PHRASE, Arrays.copyOf(body, 5)))).bytes());
        assertEquals("vault.damaged", code(() -> recovered(phrase)));
        Files.write(file(), file.bytes());
        assertArrayEquals(key, open(NOBODY));
    }
}
