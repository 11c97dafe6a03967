// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import officina.orchestrator.local.internal.Talk;
import officina.orchestrator.local.internal.text.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do not index the folder with the letters",
                "Please don\u2019t add anything!",
                "leave the budget where it is, don't move it",
                "stop, don't delete those",
                "no need to remind me of the rent",
                "I'm not asking you to add anything",
                "don't add \"and then call Bob\" to the list",
                "leave the dentist alone, thanks",
                "never delete my notes"
            })
    void what_only_says_what_is_not_to_be_done_is_one(String message) {
        assertTrue(Negation.isAll(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't forget to call Bob",
                "do not let me forget the milk",
                "don't add milk, add eggs",
                "pay the rent but don't delete the reminder",
                "I don't need the reminder any more",
                "don't you have anything for today?",
                "never mind",
                "leave the build folder out of the search",
                "stop",
                "thanks",
                ""
            })
    void what_asks_for_something_or_tells_something_is_none(String message) {
        assertFalse(Negation.isAll(message));
    }

    @Test
    void no_example_of_the_agent_and_no_phrase_it_was_tuned_with_is_one_but_those_that_are() {
        assertEquals(
                List.of(),
                Talk.descriptor().examples().stream()
                        .filter(Negation::isAll)
                        .filter(each -> !isNot(each))
                        .toList());
        assertEquals(
                List.of(),
                Lines.of(IntentRouter.class, "tuning-in-scope.txt").stream()
                        .filter(Negation::isAll)
                        .filter(each -> !isNot(each))
                        .toList());
    }

    private static boolean isNot(String phrase) {
        return phrase.toLowerCase(java.util.Locale.ROOT).matches("(please )?(don't|do not|never) .*");
    }
}
