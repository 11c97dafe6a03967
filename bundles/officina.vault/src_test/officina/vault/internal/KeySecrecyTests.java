// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import officina.base.SecretText;
import officina.vault.Vault;
import org.junit.jupiter.api.Test;

/** Nothing that opens the data is written, told or left in memory. */
class KeySecrecyTests extends KeysFixture {

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
}
