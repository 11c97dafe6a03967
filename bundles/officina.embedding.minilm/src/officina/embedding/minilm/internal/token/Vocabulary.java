// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.token;

import java.util.HashMap;
import java.util.Map;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.Json;

/** The word pieces that the model knows: beginnings of words, and continuations, which are marked. */
final class Vocabulary {

    private static final String CONTINUES = "##";

    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Map<String, Integer> continuations = new HashMap<>();
    private int longest;

    private Vocabulary() {}

    /** Reads the description of a tokenizer, a JSON text. */
    static Vocabulary read(byte[] tokenizer) {
        JsonValue model = Json.parseObject(tokenizer).get("model");
        JsonValue pieces = model instanceof JsonObject object ? object.get("vocab") : null;
        if (!(pieces instanceof JsonObject all)) {
            throw new IllegalStateException("the model's vocabulary is not as expected");
        }
        Vocabulary vocabulary = new Vocabulary();
        all.members().forEach((piece, number) -> vocabulary.add(piece, (int) ((JsonNumber) number).longValue()));
        return vocabulary;
    }

    private void add(String piece, int number) {
        boolean continues = piece.startsWith(CONTINUES) && piece.length() > CONTINUES.length();
        String letters = continues ? piece.substring(CONTINUES.length()) : piece;
        (continues ? continuations : beginnings).put(letters, number);
        longest = Math.max(longest, letters.length());
    }

    /** The number of a piece, -1 where there is none. */
    int number(String letters, boolean continues) {
        return (continues ? continuations : beginnings).getOrDefault(letters, -1);
    }

    /** No piece has more characters of Java. */
    int longest() {
        return longest;
    }
}
