// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import officina.orchestrator.local.internal.text.Lines;

/** Words and phrases that mean the same to a router, each under the name of its class. */
final class Lexicon {

    private final Map<String, String> classes = new HashMap<>();
    private final int longest;

    Lexicon(List<String> lines) {
        int most = 1;
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).strip();
            for (String entry : line.substring(colon + 1).split(",")) {
                String phrase = entry.strip();
                classes.putIfAbsent(phrase, name);
                most = Math.max(most, phrase.split(" ").length);
            }
        }
        longest = most;
    }

    static Lexicon english() {
        return new Lexicon(Lines.of(Lexicon.class, "lexicon.txt"));
    }

    /** The words with those of a class replaced by it, longest phrases first; other words are stemmed. */
    List<Token> tokens(List<String> words) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int taken = 0;
            for (int length = Math.min(longest, words.size() - at); length > 0 && taken == 0; length--) {
                String phrase = String.join(" ", words.subList(at, at + length));
                String name = classes.get(phrase);
                if (name != null) {
                    tokens.add(new Token(phrase, name));
                    taken = length;
                }
            }
            if (taken == 0) {
                tokens.add(new Token(Stem.of(words.get(at)), ""));
                taken = 1;
            }
            at += taken;
        }
        return tokens;
    }

    /**
     * A word or phrase.
     *
     * @param kind its class; empty for a word of no class
     */
    record Token(String word, String kind) {

        boolean is(String name) {
            return kind.equals(name);
        }

        /** What stands for it among its neighbours: the class where only that matters, else the word. */
        String sign() {
            return kind.isEmpty() || isBare() ? word : "<" + kind + ">";
        }

        /** Whether the word itself counts, although it has a class. */
        boolean isBare() {
            return kind.equals("@question") || kind.equals("@pronoun") || kind.equals("@function");
        }
    }
}
