// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the model's tokenizer makes of each character: it drops controls and accents, folds case, parts words at spaces
 * and lets punctuation and Chinese characters stand alone. The table was read off the reference tokenizer, character by
 * character, because it knows an older Unicode than Java, and Java's changes.
 */
final class Characters {

    /** What becomes of a character. */
    enum Kind {
        KEPT,
        DROPPED,
        SPACE,
        ALONE,
        MAPPED
    }

    private static final String TABLE = "characters.txt";
    private static final int[] ITSELF = {};

    private static final int HANGUL = 0xAC00;
    private static final int HANGUL_END = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int TAILS = 28;

    private final int[] first;
    private final int[] last;
    private final Kind[] kinds;
    private final int[][] become;

    private Characters(int lines) {
        first = new int[lines];
        last = new int[lines];
        kinds = new Kind[lines];
        become = new int[lines][];
    }

    static Characters load() {
        try (InputStream in = Characters.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table of characters is missing in this build");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                return read(reader.lines().toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a kind, a range, and what the range becomes: its first, where it is one character, and so on. */
    private static Characters read(String[] lines) {
        Characters table = new Characters(lines.length);
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].split(" ", -1);
            int dash = parts[1].indexOf('-');
            table.first[i] = Integer.parseInt(dash < 0 ? parts[1] : parts[1].substring(0, dash), 16);
            table.last[i] = dash < 0 ? table.first[i] : Integer.parseInt(parts[1].substring(dash + 1), 16);
            table.kinds[i] = kind(parts[0]);
            table.become[i] = parts.length < 3
                    ? ITSELF
                    : Arrays.stream(parts[2].split("\\+"))
                            .mapToInt(hex -> Integer.parseInt(hex, 16))
                            .toArray();
        }
        return table;
    }

    private static Kind kind(String mark) {
        return switch (mark) {
            case "-" -> Kind.DROPPED;
            case "_" -> Kind.SPACE;
            case "." -> Kind.ALONE;
            case "=" -> Kind.MAPPED;
            default -> throw new IllegalStateException("the table of characters has no " + mark);
        };
    }

    /** Hands what is left of the character at that place to the words; gives how many characters of Java it has. */
    int put(String text, int at, Words words) {
        int character = text.codePointAt(at);
        if (character >= HANGUL && character <= HANGUL_END) {
            hangul(character - HANGUL, words);
        } else if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
            put(character, words);
        }
        // half a character is nothing: no text in UTF-8 can hold it
        return Character.charCount(character);
    }

    private void put(int character, Words words) {
        int found = Arrays.binarySearch(first, character);
        int line = found >= 0 ? found : -found - 2;
        Kind kind = line < 0 || character > last[line] ? Kind.KEPT : kinds[line];
        switch (kind) {
            case KEPT -> words.add(character);
            case DROPPED -> {
                // nothing is left of it
            }
            case SPACE -> words.end();
            case ALONE -> {
                words.end();
                become(line, character, words);
                words.end();
            }
            case MAPPED -> become(line, character, words);
        }
    }

    private void become(int line, int character, Words words) {
        int[] characters = become[line];
        if (characters.length == 0) {
            words.add(character);
        } else if (characters.length == 1) {
            words.add(characters[0] + character - first[line]);
        } else {
            for (int each : characters) {
                words.add(each);
            }
        }
    }

    /** A Korean syllable falls into its letters, by the arithmetic of Unicode. */
    private static void hangul(int syllable, Words words) {
        words.add(0x1100 + syllable / (VOWELS * TAILS));
        words.add(0x1161 + syllable % (VOWELS * TAILS) / TAILS);
        if (syllable % TAILS > 0) {
            words.add(0x11A7 + syllable % TAILS);
        }
    }

    /** Takes words character by character. */
    interface Words {

        void add(int character);

        /** The word is over, if there is one. */
        void end();
    }
}
