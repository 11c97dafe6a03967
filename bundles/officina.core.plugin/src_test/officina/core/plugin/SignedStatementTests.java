// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import officina.api.error.FailureException;
import officina.core.plugin.SignedStatement.Subject;
import org.junit.jupiter.api.Test;

class SignedStatementTests {

    private static final String DIGEST = "ab".repeat(32);

    private final KeyPair one = pair();
    private final KeyPair other = pair();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(KeyPair... pairs) {
        return new String(
                SignedStatement.sign(Subject.BUNDLE, "example.files", "1.2.0", 17, DIGEST, List.of(pairs)),
                StandardCharsets.US_ASCII);
    }

    private static SignedStatement read(String text) {
        return SignedStatement.read(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void refused(String text) {
        assertEquals(
                "plugin.signature",
                assertThrows(FailureException.class, () -> read(text), text)
                        .failure()
                        .code());
    }

    @Test
    void what_was_signed_is_read_again_with_all_who_signed_it() {
        assertEquals(
                new SignedStatement(
                        Subject.BUNDLE,
                        "example.files",
                        "1.2.0",
                        17,
                        DIGEST,
                        List.of(PublisherKey.of(one.getPublic()), PublisherKey.of(other.getPublic()))),
                read(signed(one, other)));
    }

    @Test
    void every_letter_of_it_counts() {
        String text = signed(one, other);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            refused(text.substring(0, at) + (char) (letter ^ 1) + text.substring(at + 1));
            refused(text.substring(0, at) + text.substring(at + 1));
            refused(text.substring(0, at) + letter + text.substring(at));
        }
    }

    @Test
    void nobody_adds_or_takes_away_a_key() {
        String alone = signed(one);
        String both = signed(one, other);
        String mine = signed(other);
        String key = "key " + PublisherKey.of(other.getPublic()) + "\n";
        int signatures = alone.indexOf("signature ");
        String signature = mine.substring(mine.indexOf("signature "));
        refused(alone + signature);
        refused(alone.substring(0, signatures) + key + alone.substring(signatures) + signature);
        refused(both.replace(key, ""));
        refused(both.substring(0, both.lastIndexOf("signature ")));
    }

    @Test
    void what_is_longer_or_holds_more_is_refused() {
        refused("");
        refused(signed(one) + "\n");
        refused("\n" + signed(one));
        refused(signed(one) + "comment\n");
        refused(signed(one).replace("\n", "\r\n"));
        refused(signed(one) + "x".repeat(SignedStatement.LARGEST));
    }

    @Test
    void it_is_about_one_file_alone() {
        SignedStatement read = read(signed(one));
        assertFalse(read.isOf(18, DIGEST));
        assertFalse(read.isOf(17, "cd".repeat(32)));
    }

    @Test
    void a_key_has_one_text() {
        String text = PublisherKey.of(one.getPublic()).text();
        for (char last : "BCDFGHJKLNOPRSTVWXZabdefhijlmnpqrtuvxyz1235679-_".toCharArray()) {
            String other = text.substring(0, text.length() - 1) + last;
            assertThrows(IllegalArgumentException.class, () -> new PublisherKey(other), other);
        }
        assertThrows(IllegalArgumentException.class, () -> new PublisherKey("ed25519:"));
        assertThrows(IllegalArgumentException.class, () -> new PublisherKey(text + "A"));
    }

    @Test
    void the_keys_that_are_built_in_are_keys() {
        assertEquals(List.of(), OwnKeys.read(), "none before the first release");
    }
}
