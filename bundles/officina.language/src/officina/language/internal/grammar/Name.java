// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.Set;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A person's name: one to four words with capital letters, perhaps after a title ("Dr. Rossi") and with particles
 * inside ("Ludwig van Beethoven"), or a word of {@code kin} however written. Words of {@code not-name} end it. Its value
 * is the name as written.
 */
final class Name implements Part {

    private static final int MOST_WORDS = 4;

    private final Words words;

    Name(Words words) {
        this.words = words;
    }

    @Override
    public @Nullable Found find(Reading reading, int at) {
        Tokens tokens = reading.tokens();
        if (words.contains("kin", tokens.form(at))) {
            return found(tokens, at, at + 1);
        }
        int first = afterHonorific(tokens, at);
        int end = first;
        int taken = 0;
        int next = first;
        while (next < tokens.size() && taken < MOST_WORDS && (next == at || tokens.gap(next) == Tokens.Gap.SPACE)) {
            if (isName(tokens, next)) {
                next = afterHyphens(tokens, afterInitial(tokens, next));
                end = next;
                taken++;
            } else if (taken > 0 && words.contains("particle", tokens.form(next))) {
                next++;
            } else {
                break;
            }
        }
        return taken == 0 ? null : found(tokens, at, end);
    }

    @Override
    public Set<String> firsts() {
        throw new IllegalStateException("a pattern cannot begin with a name");
    }

    private int afterHonorific(Tokens tokens, int at) {
        if (!words.contains("honorific", tokens.form(at))) {
            return at;
        }
        int next = tokens.isMark(at + 1, '.') ? at + 2 : at + 1;
        return next < tokens.size() && tokens.gap(next) == Tokens.Gap.SPACE && isName(tokens, next) ? next : at;
    }

    /** "J. Smith": the stop belongs to the initial when a name follows. */
    private int afterInitial(Tokens tokens, int at) {
        boolean initial = tokens.end(at) - tokens.start(at) == 1 && tokens.isMark(at + 1, '.') && tokens.glued(at + 1);
        boolean followed = at + 2 < tokens.size() && tokens.gap(at + 2) == Tokens.Gap.SPACE && isName(tokens, at + 2);
        return initial && followed ? at + 2 : at + 1;
    }

    /** "Jean-Luc" is one word of a name. */
    private int afterHyphens(Tokens tokens, int at) {
        int next = at;
        while (tokens.isMark(next, '-') && tokens.glued(next) && tokens.glued(next + 1) && isName(tokens, next + 1)) {
            next += 2;
        }
        return next;
    }

    private boolean isName(Tokens tokens, int at) {
        String form = tokens.form(at);
        return tokens.kind(at) == Tokens.Kind.WORD
                && tokens.isCapitalised(at)
                && !form.isEmpty()
                && !words.contains("not-name", form)
                && (form.length() == 1 || !isShouted(tokens.written(at)))
                && !endsWithPossessive(form);
    }

    /** All in capital letters: an abbreviation. */
    private static boolean isShouted(String written) {
        return written.equals(written.toUpperCase(java.util.Locale.ROOT));
    }

    private boolean endsWithPossessive(String form) {
        return words.of("possessive").keySet().stream().anyMatch(form::endsWith);
    }

    private static Found found(Tokens tokens, int from, int end) {
        return new Found(end, tokens.text().substring(tokens.start(from), tokens.end(end - 1)));
    }
}
