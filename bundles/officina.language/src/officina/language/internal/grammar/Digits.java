// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.Set;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/** A number in digits within a range; with a width, of exactly so many digits. */
record Digits(int least, int most, int width) implements Part {

    private static final int LONGEST = 9;

    /** Reads {@code 1-31}; leading zeros ({@code 01-31}) ask for that width. */
    static @Nullable Digits parse(String range) {
        int dash = range.indexOf('-');
        if (dash < 1 || !range.chars().allMatch(symbol -> symbol == '-' || symbol >= '0' && symbol <= '9')) {
            return null;
        }
        String least = range.substring(0, dash);
        boolean fixed = least.length() > 1 && least.startsWith("0");
        return new Digits(
                Integer.parseInt(least), Integer.parseInt(range.substring(dash + 1)), fixed ? least.length() : 0);
    }

    @Override
    public @Nullable Found find(Reading reading, int at) {
        Tokens tokens = reading.tokens();
        int length = tokens.end(at) - tokens.start(at);
        if (tokens.kind(at) != Tokens.Kind.NUMBER || length > LONGEST || width > 0 && length != width) {
            return null;
        }
        int value = Integer.parseInt(tokens.form(at));
        return value < least || value > most ? null : new Found(at + 1, Integer.toString(value));
    }

    @Override
    public Set<String> firsts() {
        return Set.of(DIGITS);
    }
}
