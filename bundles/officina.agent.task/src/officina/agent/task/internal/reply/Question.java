// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Words;

/** Reads which of some options an answer means. */
final class Question {

    static final int NONE = -1;

    /** The answer is neither an option nor its number. */
    static final int UNCLEAR = -2;

    private static final Pattern NUMBER = Pattern.compile("(?:#|no\\.?\\s*)?(\\d{1,3})[.)]?", Pattern.CASE_INSENSITIVE);

    private Question() {}

    /** The index of the option; {@link #NONE} for "no", {@link #UNCLEAR}. */
    static int choice(String answer, List<String> options, Phrases phrases) {
        for (int at = 0; at < options.size(); at++) {
            if (options.get(at).equalsIgnoreCase(answer)) {
                return at;
            }
        }
        Matcher number = NUMBER.matcher(answer);
        if (number.matches()) {
            return index(Integer.parseInt(number.group(1)), options.size());
        }
        String plain = answer.toLowerCase(Locale.ROOT).replaceAll("^the\\s+|\\s+one$|[.!]+$", "");
        if (phrases.has(Words.NOT_WORDS, plain)) {
            return NONE;
        }
        Map<String, String> ordinals = phrases.words(Words.ORDINAL);
        String place = ordinals.get(plain);
        return place == null ? UNCLEAR : index(Integer.parseInt(place), options.size());
    }

    private static int index(int place, int size) {
        int index = place < 0 ? size - 1 : place - 1;
        return index >= 0 && index < size ? index : UNCLEAR;
    }
}
