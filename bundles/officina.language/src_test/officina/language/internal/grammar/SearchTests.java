// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.Stream;
import officina.language.internal.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTests {

    /** Nodes visited at one token at worst: every rule that begins with its word, tried along every way. */
    private static final int MOST_STEPS_A_TOKEN = 4_000;

    private static final int LONG = 50_000;

    private final Grammar english = new Grammars().of(Locale.UK);

    static Stream<String> repeated() {
        return Stream.of(
                "a ",
                "1 ",
                "1",
                ",",
                "1,",
                "1.",
                "on ",
                "by by by ",
                "the first ",
                "in a ",
                "\"a ",
                "'a ",
                "! ",
                "@a",
                "with Anna and ",
                "with Anna, ",
                "12 December ",
                "next Friday at 9 ",
                "between 3 and ",
                "from Monday ",
                "two hundred and ",
                "one and a half ",
                "- ",
                "a\n",
                "due on the last Friday of ",
                "the the the ",
                "May 3-",
                "quarter past ",
                "half a ",
                "from 20 December until 3 January ",
                "2 weeks before ",
                "\u00e9",
                "\ud83d\ude00");
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void the_work_on_the_worst_texts_is_bounded_by_the_number_of_tokens(String part) {
        Tokens tokens = new Tokens(part.repeat(LONG / part.length()));
        Search search = new Search(new Reading(tokens, '.', ','));
        search.all(english);
        assertTrue(
                search.steps() <= (long) MOST_STEPS_A_TOKEN * (tokens.size() + 1),
                () -> search.steps() + " steps for " + tokens.size() + " tokens");
    }
}
