// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.phrase;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import officina.base.SecretText;

/**
 * Words as a person typed or pasted them: small or capital letters, one line or several, with numbers or commas between.
 */
final class TypedWords implements AutoCloseable {

    /** More is no phrase; what lies behind is not looked at. */
    private static final int MOST = 64;

    private final List<char[]> words = new ArrayList<>();

    TypedWords(SecretText typed) {
        char[] characters = typed.copy();
        char[] letters = decomposed(characters);
        int length = 0;
        for (char each : letters) {
            if (Character.getType(each) != Character.NON_SPACING_MARK) {
                letters[length++] = Character.toLowerCase(each);
            }
        }
        for (int from = 0; from < length && words.size() < MOST; from++) {
            int to = from;
            while (to < length && Character.isLetter(letters[to])) {
                to++;
            }
            if (to > from) {
                words.add(Arrays.copyOfRange(letters, from, to));
                from = to;
            }
        }
        Arrays.fill(letters, '\0');
        Arrays.fill(characters, '\0');
    }

    List<char[]> all() {
        return words;
    }

    /** Compatibility decomposition (NFKD), as BIP39 asks; a string, which cannot be wiped, is made only where needed. */
    private static char[] decomposed(char[] characters) {
        CharBuffer given = CharBuffer.wrap(characters);
        return Normalizer.isNormalized(given, Normalizer.Form.NFKD)
                ? characters
                : Normalizer.normalize(given, Normalizer.Form.NFKD).toCharArray();
    }

    @Override
    public void close() {
        words.forEach(word -> Arrays.fill(word, '\0'));
    }
}
