// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

import java.util.List;
import officina.base.SecretText;
import officina.vault.internal.phrase.RecoveryPhrase;

/**
 * Helps a person who types a recovery phrase. What it gives is shown to that person and never logged: a word near to
 * what was typed is probably one of the phrase.
 */
public final class RecoveryWords {

    /** How many words a phrase has. */
    public static final int COUNT = RecoveryPhrase.WORDS;

    private RecoveryWords() {}

    /**
     * A word that is no word of any phrase.
     *
     * @param place from 1
     * @param nearest at most three that were perhaps meant, the nearest first
     */
    public record Unknown(int place, List<String> nearest) {

        /** Without the near words, one of which is probably of the phrase. */
        @Override
        public String toString() {
            return "word " + place + " is unknown";
        }
    }

    /** Whether what was typed is the word at that place (from 1) of the phrase. */
    public static boolean matches(SecretText phrase, int place, SecretText typed) {
        return RecoveryPhrase.matches(phrase, place, typed);
    }

    /** The words that are not on the list, in their order. */
    public static List<Unknown> unknown(SecretText typed) {
        return RecoveryPhrase.unknown(typed).entrySet().stream()
                .map(each -> new Unknown(each.getKey(), each.getValue()))
                .toList();
    }
}
