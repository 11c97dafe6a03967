// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import officina.orchestrator.local.internal.text.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the splitter to figures, on messages that were split into a training and a test part before it was written; those
 * of the test part are only counted.
 */
class IntentSplitterTests {

    private static final Path MESSAGES = Path.of("../../bench/router/several.tsv");

    @Test
    void each_wish_of_a_message_stands_by_itself() {
        assertEquals(
                List.of(
                        "Remind me to call Anna tomorrow",
                        "mark the passport to-do as done",
                        "what does the lease say about pets?"),
                IntentSplitter.split(
                        "Remind me to call Anna tomorrow and mark the passport to-do as done, and what does"
                                + " the lease say about pets?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buy bread and milk",
                "remind me to call Anna and buy milk",
                "add \"buy milk and show me the list; what is due?\" to my list",
                "add \u201cremind me to sleep. What is due?\u201d to my list",
                "read the contract and tell me when it ends",
                "don't move the dentist, just add eggs",
                "Hello, remind me to call Anna",
                "Add these:\n- show me the list\n- remind me to sleep",
                "",
                " , and then",
                "and and and"
            })
    void one_wish_stays_whole(String message) {
        assertEquals(List.of(message), IntentSplitter.split(message));
    }

    @Test
    void a_pasted_page_is_not_taken_apart() {
        String page = "Remind me to call Anna. What is due today? ".repeat(1_000);

        assertEquals(List.of(page), IntentSplitter.split(page));
    }

    @Test
    void what_it_was_written_with_it_splits_rightly() throws IOException {
        assertShare(1, messages(several.and(training)));
        assertShare(1, messages(several.negate().and(training)));
    }

    @Test
    void of_the_messages_held_out_most_are_split_rightly() throws IOException {
        assertShare(0.96, messages(several.and(training.negate())));
        assertShare(0.90, messages(several.negate().and(training.negate())));
    }

    @Test
    void no_example_of_an_agent_and_little_of_what_people_say_is_torn() {
        for (String file : List.of("tuning-in-scope.txt", "held-out-in-scope.txt", "tuning-out-of-scope.txt")) {
            List<String> torn = Lines.of(IntentRouter.class, file).stream()
                    .filter(phrase -> IntentSplitter.split(phrase).size() > 1)
                    .toList();
            assertTrue(torn.size() <= 1, () -> file + ": " + torn);
        }
    }

    private final Predicate<String> several = message -> message.contains("|");

    private final Predicate<String> training = message -> {
        CRC32 sum = new CRC32();
        sum.update(message.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 2 == 1;
    };

    private static List<String> messages(Predicate<String> which) throws IOException {
        return Files.readAllLines(MESSAGES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .filter(which)
                .toList();
    }

    private static void assertShare(double least, List<String> messages) {
        long right = messages.stream()
                .filter(message -> Arrays.stream(message.split("\\|"))
                        .map(IntentSplitterTests::plain)
                        .toList()
                        .equals(IntentSplitter.split(message.replaceAll("\\s*\\|\\s*", " ")).stream()
                                .map(IntentSplitterTests::plain)
                                .toList()))
                .count();
        double share = (double) right / messages.size();
        assertTrue(share >= least, () -> "only " + share + " of " + messages.size() + " are right");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(?:(?:and|then|also|but|plus) )+", "");
    }
}
