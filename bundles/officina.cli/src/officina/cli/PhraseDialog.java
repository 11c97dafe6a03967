// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.vault.RecoveryWords;
import org.jspecify.annotations.Nullable;

/** Talks with the person at the terminal about a recovery phrase. What is said goes to the terminal alone. */
final class PhraseDialog {

    private static final int TRIES = 3;
    private static final int ASKED = 3;
    private static final int COLUMNS = 3;
    private static final int WIDTH = 10;

    /** Asks without showing what is typed; nothing when the input has ended. */
    interface Prompt {
        char @Nullable [] ask(String question);
    }

    private final Prompt prompt;
    private final Consumer<String> say;

    PhraseDialog(Prompt prompt, Consumer<String> say) {
        this.prompt = prompt;
        this.say = say;
    }

    /** Prints the words with their numbers, for copying onto paper. */
    static void show(SecretText phrase, PrintStream out) {
        char[] all = phrase.copy();
        int place = 0;
        int from = 0;
        for (int i = 0; i <= all.length; i++) {
            if (i == all.length || all[i] == ' ') {
                place++;
                char[] word = Arrays.copyOfRange(all, from, i);
                out.print((place < 10 ? "   " : "  ") + place + " ");
                out.print(word);
                out.print(place % COLUMNS == 0 ? System.lineSeparator() : " ".repeat(WIDTH - word.length));
                Arrays.fill(word, '\0');
                from = i + 1;
            }
        }
        Arrays.fill(all, '\0');
    }

    /** What the person types; asks again while words in it are unknown, and says what was perhaps meant. */
    SecretText typed() {
        for (int attempt = 1; ; attempt++) {
            SecretText typed = new SecretText(answer("Recovery phrase, all words (they are not shown): "));
            List<RecoveryWords.Unknown> unknown = RecoveryWords.unknown(typed);
            if (unknown.isEmpty() || attempt == TRIES) {
                return typed;
            }
            typed.close();
            for (RecoveryWords.Unknown word : unknown) {
                say.accept("Word " + word.place() + " is not one that phrases are made of."
                        + (word.nearest().isEmpty() ? "" : " Perhaps: " + String.join(", ", word.nearest()) + "?"));
            }
        }
    }

    /** Asks for three of the words; false when the person skips it or does not know one of them. */
    boolean knows(SecretText phrase) {
        int[] places = new SecureRandom()
                .ints(1, RecoveryWords.COUNT + 1)
                .distinct()
                .limit(ASKED)
                .sorted()
                .toArray();
        for (int place : places) {
            if (!knows(phrase, place)) {
                return false;
            }
        }
        return true;
    }

    private boolean knows(SecretText phrase, int place) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try (SecretText word = new SecretText(answer("Word " + place + ": "))) {
                if (word.isEmpty()) {
                    return false;
                }
                if (RecoveryWords.matches(phrase, place, word)) {
                    return true;
                }
            }
            say.accept("That is not word " + place + ".");
        }
        return false;
    }

    private char[] answer(String question) {
        char[] typed = prompt.ask(question);
        if (typed == null) {
            throw new FailureException(
                    Failure.of("vault.phrase-needed", ErrorKind.USER, "No recovery phrase was given.", null));
        }
        return typed;
    }
}
