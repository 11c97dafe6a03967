// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.embedding.minilm.internal.MiniLm;
import officina.protocol.Json;
import org.junit.jupiter.api.Test;

/**
 * The reference is the tokenizer of Hugging Face ({@code tokenizers} 0.23.2) with the model's own description; what it
 * said is in {@code reference-tokens.jsonl} and in the digest below.
 */
class TokenizerTests {

    /** SHA-256 of a line for each character of Unicode: what becomes of it between an a and a b. */
    private static final String ALL_CHARACTERS = "36a5d3665f6104cb84f1c5d2baa9c10fe119fc9bbe4c2077fcf0b522a9774d7f";

    private final Tokenizer tokenizer = MiniLm.tokenizer();

    @Test
    void gives_the_numbers_of_the_reference() throws IOException {
        List<JsonObject> cases = cases();
        assertTrue(cases.size() > 100, "the cases are there");
        for (JsonObject each : cases) {
            int[] expected = each.items("ids").stream()
                    .mapToInt(number -> (int) ((JsonNumber) number).longValue())
                    .toArray();
            String text = each.requireText("text");
            assertArrayEquals(expected, tokenizer.encode(text, (int) each.number("most", 0)), text);
        }
    }

    @Test
    void makes_of_each_character_what_the_reference_makes_of_it() throws Exception {
        Characters characters = Characters.load();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                String text = "a" + Character.toString(character) + "b";
                Collected words = new Collected();
                for (int at = 0; at < text.length(); ) {
                    at += characters.put(text, at, words);
                }
                words.end();
                String line = Integer.toHexString(character) + " " + String.join("|", words.all) + "\n";
                digest.update(line.getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertEquals(ALL_CHARACTERS, HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void half_a_character_is_nothing() {
        assertArrayEquals(tokenizer.encode("ab", 256), tokenizer.encode("a\ud83db\ude42", 256));
    }

    @Test
    void looks_at_no_more_of_a_huge_text_than_it_needs() {
        String huge = "word ".repeat(400_000);

        assertEquals(256, tokenizer.encode(huge, 256).length);
    }

    private static List<JsonObject> cases() throws IOException {
        List<JsonObject> cases = new ArrayList<>();
        try (InputStream in = TokenizerTests.class.getResourceAsStream("reference-tokens.jsonl");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().map(Json::parseObject).forEach(cases::add);
        }
        return cases;
    }

    /** Words as the hexadecimal numbers of their characters. */
    private static final class Collected implements Characters.Words {

        private final List<String> all = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();

        @Override
        public void add(int character) {
            word.append(word.isEmpty() ? "" : ",").append(Integer.toHexString(character));
        }

        @Override
        public void end() {
            if (!word.isEmpty()) {
                all.add(word.toString());
                word.setLength(0);
            }
        }
    }
}
