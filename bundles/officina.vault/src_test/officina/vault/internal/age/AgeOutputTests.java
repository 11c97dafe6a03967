// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import officina.base.SecretText;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeOutputTests {

    private static final int CHEAP = 4;

    /** What the age program, version 1.1.1, made of one line and the passphrase "correct horse". */
    private static final String BY_AGE =
            "6167652d656e6372797074696f6e2e6f72672f76310a2d3e20736372797074204650575957764b6845314b4777697976"
                    + "5850654e51772031380a53326d46335a706f724f372b73716c6a656f736c4f47502b6c614f56372f71424b5953724e65"
                    + "74667749670a2d2d2d20352f336f545a384243662b507a4d73395141793875344973314a656770616d496e3676566262"
                    + "41456563770a7f1fe30d4861a2bb6be98a3e6a542394fe2be7f104357cc483b65f2c22c37000b644c3968053fb88c5";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void gives_back_what_was_written_in_pieces_of_any_size(int length) throws Exception {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        byte[] file = encrypted(content, "correct horse");

        assertArrayEquals(content, AgeInput.open(file, "correct horse"));
        assertTrue(new String(file, StandardCharsets.ISO_8859_1).startsWith("age-encryption.org/v1\n-> scrypt "));
    }

    @Test
    void opens_with_no_other_passphrase_and_notices_every_change() throws Exception {
        byte[] file = encrypted(new byte[70_000], "correct horse");
        assertThrows(GeneralSecurityException.class, () -> AgeInput.open(file, "correct horse "));
        for (int place : new int[] {file.length - 1, file.length - 5_000, 200, 250}) {
            byte[] changed = file.clone();
            changed[place] ^= 1;
            assertThrows(GeneralSecurityException.class, () -> AgeInput.open(changed, "correct horse"), "at " + place);
        }
        byte[] cutOff = Arrays.copyOf(file, file.length - (70_000 - 65_536) - 16);
        assertThrows(GeneralSecurityException.class, () -> AgeInput.open(cutOff, "correct horse"));
    }

    @Test
    void two_files_of_the_same_have_nothing_in_common() throws Exception {
        byte[] first = encrypted(new byte[100], "correct horse");
        byte[] second = encrypted(new byte[100], "correct horse");
        assertTrue(Arrays.mismatch(Arrays.copyOfRange(first, 150, 250), Arrays.copyOfRange(second, 150, 250)) >= 0);
    }

    /** The third vector of RFC 7914, section 12. */
    @Test
    void stretches_a_passphrase_as_the_standard_says() {
        assertEquals(
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2",
                HexFormat.of()
                        .formatHex(SCrypt.generate(bytes("pleaseletmein"), bytes("SodiumChloride"), 16384, 8, 1, 32)));
    }

    @Test
    void the_format_is_that_of_the_age_program() throws Exception {
        byte[] content = AgeInput.open(HexFormat.of().parseHex(BY_AGE), "correct horse");
        assertEquals("Officina\n", new String(content, StandardCharsets.UTF_8));
    }

    private static byte[] encrypted(byte[] content, String passphrase) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SecretText secret = new SecretText(passphrase.toCharArray());
                AgeOutput age = AgeOutput.open(out, secret, CHEAP)) {
            age.write(content, 0, content.length / 3);
            for (int i = content.length / 3; i < Math.min(content.length, content.length / 3 + 10); i++) {
                age.write(content[i]);
            }
            int from = Math.min(content.length, content.length / 3 + 10);
            age.write(content, from, content.length - from);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
