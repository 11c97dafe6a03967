// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A number, in digits with the locale's marks ("1,250.5") or spelled ("twenty-five", "two hundred and six"), perhaps
 * times a word ("3 thousand", "a dozen"). Uses the classes {@code number} (value below 100), {@code multiplier},
 * {@code article} and {@code number-joint}.
 */
final class Amount implements Part {

    /** More digits than that are an identifier, not an amount. */
    private static final int MOST_DIGITS = 18;

    /** Most words of a spelled number. */
    private static final int MOST_WORDS = 10;

    private final Words words;
    private final boolean spelled;

    /** With {@code spelled} false it reads digits only. */
    Amount(Words words, boolean spelled) {
        this.words = words;
        this.spelled = spelled;
    }

    @Override
    public @Nullable Found find(Reading reading, int at) {
        if (reading.tokens().kind(at) == Tokens.Kind.NUMBER) {
            Found digits = digits(reading, at);
            return digits == null || !spelled ? digits : times(reading.tokens(), digits);
        }
        return spelled ? inWords(reading.tokens(), at) : null;
    }

    @Override
    public Set<String> firsts() {
        Set<String> firsts = new TreeSet<>(Set.of(DIGITS));
        if (spelled) {
            firsts.addAll(words.of("number").keySet());
            firsts.addAll(words.of("multiplier").keySet());
            firsts.addAll(words.of("article").keySet());
        }
        return firsts;
    }

    private static @Nullable Found digits(Reading reading, int at) {
        Tokens tokens = reading.tokens();
        StringBuilder number = new StringBuilder(tokens.form(at));
        int end = at + 1;
        while (number.length() <= MOST_DIGITS
                && tokens.end(at) - tokens.start(at) <= 3
                && continues(tokens, end, reading.group())
                && isThree(tokens, end + 1)) {
            number.append(tokens.form(end + 1));
            end += 2;
        }
        if (continues(tokens, end, reading.decimal()) || strangeDecimal(tokens, end)) {
            number.append('.').append(tokens.form(end + 1));
            end += 2;
        }
        boolean readable = number.length() <= MOST_DIGITS && tokens.end(at) - tokens.start(at) <= MOST_DIGITS;
        return readable ? new Found(end, new BigDecimal(number.toString()).toPlainString()) : null;
    }

    /** People write 1.5 and 1,5 whatever their locale; what cannot be thousands is a fraction. */
    private static boolean strangeDecimal(Tokens tokens, int mark) {
        return (continues(tokens, mark, '.') || continues(tokens, mark, ',')) && !isThree(tokens, mark + 1);
    }

    private static boolean isThree(Tokens tokens, int at) {
        return tokens.end(at) - tokens.start(at) == 3;
    }

    private static boolean continues(Tokens tokens, int mark, char symbol) {
        return tokens.isMark(mark, symbol)
                && tokens.glued(mark)
                && tokens.glued(mark + 1)
                && tokens.kind(mark + 1) == Tokens.Kind.NUMBER;
    }

    private Found times(Tokens tokens, Found number) {
        int end = number.end();
        if (end < tokens.size() && tokens.gap(end) == Tokens.Gap.SPACE) {
            String factor = words.value("multiplier", tokens.form(end));
            if (factor != null) {
                BigDecimal product = new BigDecimal(number.value()).multiply(new BigDecimal(factor));
                return new Found(end + 1, product.toPlainString());
            }
        }
        return number;
    }

    private @Nullable Found inWords(Tokens tokens, int at) {
        boolean article = words.contains("article", tokens.form(at));
        if (article && (at + 1 == tokens.size() || !words.contains("multiplier", tokens.form(at + 1)))) {
            return null;
        }
        long total = 0;
        long current = -1;
        int end = at;
        for (int next = at; next < tokens.size() && next < at + MOST_WORDS; next++) {
            if (next > at && tokens.gap(next) == Tokens.Gap.LINE) {
                break;
            }
            String form = tokens.form(next);
            String number = words.value("number", form);
            String factor = words.value("multiplier", form);
            if (number != null && (current < 0 || fits(current, Long.parseLong(number)))) {
                current = Math.max(current, 0) + Long.parseLong(number);
            } else if (factor != null && (current > 0 || article && next == at + 1)) {
                current = Math.max(current, 1) * Long.parseLong(factor);
                if (current >= 1_000) {
                    total += current;
                    current = 0;
                }
            } else if (next == at && article
                    || end > at && (tokens.isMark(next, '-') || words.contains("number-joint", form))) {
                continue;
            } else {
                break;
            }
            end = next + 1;
        }
        return end == at ? null : new Found(end, Long.toString(total + Math.max(current, 0)));
    }

    /** Whether a number may follow: "twenty" by "five", "two hundred" by "thirty"; not "two" by "three". */
    private static boolean fits(long current, long number) {
        return number > 0
                && (current == 0 || current % 100 == 0 || current % 100 >= 20 && current % 10 == 0 && number < 10);
    }
}
