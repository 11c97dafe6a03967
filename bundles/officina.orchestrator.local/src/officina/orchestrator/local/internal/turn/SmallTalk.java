// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import officina.orchestrator.local.internal.text.Lines;

/**
 * What is said for politeness' sake, or to learn what there is: for no agent, and yet no request that cannot be helped
 * with. Only a text that is nothing else counts. Any thread.
 */
final class SmallTalk {

    /** Longest text, in characters, that can be small talk. */
    private static final int LONGEST = 80;

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}' ]+");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Map<String, Kind> PHRASES = phrases();

    private SmallTalk() {}

    enum Kind {
        GREETING,
        HEALTH,
        THANKS,
        FAREWELL,
        CAPABILITY,
        /** An answer where nothing was asked. */
        ANSWER,
        /** No words at all. */
        SILENCE,
        /** Not small talk. */
        NONE
    }

    static Kind of(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Kind.SILENCE;
        }
        if (text.length() > LONGEST) {
            return Kind.NONE;
        }
        String words = MARKS.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                .replaceAll(" ");
        return PHRASES.getOrDefault(SPACES.matcher(words).replaceAll(" ").strip(), Kind.NONE);
    }

    private static Map<String, Kind> phrases() {
        Map<String, Kind> phrases = new HashMap<>();
        for (String line : Lines.of(SmallTalk.class, "small-talk.txt")) {
            int colon = line.indexOf(':');
            Kind kind = Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            for (String phrase : List.of(line.substring(colon + 1).split(","))) {
                phrases.put(phrase.strip(), kind);
            }
        }
        return Map.copyOf(phrases);
    }
}
