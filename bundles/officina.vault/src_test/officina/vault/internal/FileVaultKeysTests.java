// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.vault.KeyProtection.Kind;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.VaultKeys.Phrase;
import officina.vault.internal.keyring.NoKeyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The ways to the data key: made, changed, lost and found again. */
class FileVaultKeysTests {

    private static final PassphraseSource NOBODY = request -> {
        throw VaultFailures.emptyPassphrase();
    };

    @TempDir
    private Path temporary;

    private final MemoryKeyring keyring = new MemoryKeyring();
    private final FileVaultFactory factory = new FileVaultFactory(keyring, () -> Argon2.fresh(1, 64));
    private final FileVaultFactory withoutKeyring =
            new FileVaultFactory(new NoKeyring("it is a test"), () -> Argon2.fresh(1, 64));

    private Path folder() {
        return temporary.resolve("data");
    }

    private Path file() {
        return folder().resolve(FileVaultFactory.FILE);
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
    void secrets_are_in_no_file_and_no_failure() throws IOException {
        StringWriter told = new StringWriter();
        String phrase;
        try (Vault vault = factory.open(folder(), NOBODY);
                SecretText passphrase = secret("open sesame")) {
            vault.keys().usePassphrase(passphrase);
            phrase = newPhrase(vault);
            check(vault, phrase);
            String[] words = phrase.split(" ");
            words[5] = "sesameopen";
            assertEquals("A recovery phrase has 12 words; 13 were given.", refused(phrase + " zoo", told));
            assertEquals(
                    "Word 6 is not one of the words that recovery phrases are made of.",
                    refused(String.join(" ", words), told));
        }
        assertFalse(told.toString().contains("sesame"), told.toString());
        assertFalse(told.toString().contains(phrase.substring(0, 12)), told.toString());
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains("open sesame"));
                assertFalse(content.contains(phrase.substring(0, 12)));
            }
        }
    }

    @Test
    void wipes_nothing_that_is_its_callers_and_keeps_nothing() {
        char[] given = "open sesame".toCharArray();
        try (Vault vault = factory.open(folder(), NOBODY)) {
            SecretText passphrase = new SecretText(given);
            vault.keys().usePassphrase(passphrase);
            assertEquals("open sesame", new String(passphrase.copy()));
            passphrase.close();
            assertArrayEquals(new char[given.length], given);
        }
    }

    @Test
    void gives_no_way_after_the_vault_was_closed() {
        Vault vault = factory.open(folder(), NOBODY);
        vault.close();

        assertThrows(IllegalStateException.class, () -> vault.keys().newPhrase());
    }

    private static final String RANDOM =
            "forum join pitch dove yellow purchase shuffle real situate danger million bunker";

    private byte[] open(PassphraseSource passphrases) {
        try (Vault vault = factory.open(folder(), passphrases)) {
            return key(vault);
        }
    }

    private Vault recovered(String phrase) {
        try (SecretText typed = secret(phrase)) {
            return factory.recover(folder(), typed);
        }
    }

    private String refused(String typed, StringWriter told) {
        FailureException refused = assertThrows(FailureException.class, () -> recovered(typed));
        refused.printStackTrace(new PrintWriter(told));
        told.append(refused.failure().toString());
        return refused.failure().message();
    }

    private static byte[] key(Vault vault) {
        return vault.key("journal").getEncoded();
    }

    private static String newPhrase(Vault vault) {
        try (SecretText phrase = vault.keys().newPhrase()) {
            return new String(phrase.copy());
        }
    }

    private static void check(Vault vault, String typed) {
        try (SecretText secret = secret(typed)) {
            vault.keys().checkPhrase(secret);
        }
    }

    private static SecretText secret(String text) {
        return new SecretText(text.toCharArray());
    }

    private static String code(Executable executable) {
        return assertThrows(FailureException.class, executable).failure().code();
    }
}
