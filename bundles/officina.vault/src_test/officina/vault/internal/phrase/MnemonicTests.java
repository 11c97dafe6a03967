// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.phrase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MnemonicTests {

    @Test
    void the_list_is_that_of_the_standard() throws IOException, NoSuchAlgorithmException {
        try (InputStream in = WordList.class.getResourceAsStream("english.txt")) {
            assertNotNull(in);
            assertEquals(
                    "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda",
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes())));
        }
    }

    @Test
    void every_word_has_its_own_number_and_its_own_first_four_letters() {
        Set<String> beginnings = new HashSet<>();
        for (int i = 0; i < WordList.SIZE; i++) {
            String word = WordList.word(i);
            assertEquals(i, WordList.index(word.toCharArray()), word);
            beginnings.add(word.substring(0, Math.min(4, word.length())));
        }
        assertEquals(2048, beginnings.size());
    }

    /** The reference vectors that BIP39 names (github.com/trezor/python-mnemonic), without the seeds. */
    @ParameterizedTest
    @CsvFileSource(resources = "vectors.txt", delimiter = '|')
    void agrees_with_the_reference_vectors(String entropy, String words) {
        byte[] bytes = HexFormat.of().parseHex(entropy);

        assertEquals(words, text(Mnemonic.words(bytes)));
        assertArrayEquals(bytes, Mnemonic.entropy(numbers(words)));
    }

    @Test
    void finds_a_changed_word_by_the_check_as_often_as_four_bits_can() {
        Random random = new Random(39);
        int rounds = 4_000;
        int unnoticed = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] entropy = new byte[16];
            random.nextBytes(entropy);
            int[] words = Mnemonic.words(entropy);
            words[random.nextInt(12)] ^= 1 + random.nextInt(2047);
            unnoticed += Mnemonic.entropy(words) == null ? 0 : 1;
        }
        assertTrue(unnoticed > rounds / 24 && unnoticed < rounds / 10, "1 of 16 expected: " + unnoticed);
    }

    @Test
    void finds_every_change_of_the_check_itself() {
        int[] words = numbers("legal winner thank year wave sausage worth useful legal winner thank yellow");
        for (int check = 1; check < 16; check++) {
            int[] changed = words.clone();
            changed[11] ^= check;
            assertNull(Mnemonic.entropy(changed));
        }
    }

    @Test
    void names_what_was_perhaps_meant() {
        assertEquals("absurd", WordList.nearest("abusrd".toCharArray()).getFirst());
        assertEquals(List.of("below", "yellow", "allow"), WordList.nearest("yelow".toCharArray()));
        assertEquals(List.of(), WordList.nearest("xylophonist".toCharArray()));
        assertTrue(WordList.nearest("cat".toCharArray()).size() <= 3);
    }

    private static String text(int[] words) {
        return IntStream.of(words).mapToObj(WordList::word).collect(Collectors.joining(" "));
    }

    private static int[] numbers(String words) {
        return Arrays.stream(words.split(" "))
                .mapToInt(word -> WordList.index(word.toCharArray()))
                .toArray();
    }
}
