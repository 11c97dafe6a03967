// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import officina.agent.task.internal.reading.Understanding;
import officina.api.id.RecordId;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TodoMatcherTests {

    private final TodoMatcher matcher = Understanding.english().matcher();

    private final List<TodoEntry> todos = entries(
            "Passport",
            "Renew the passport",
            "Passport photos",
            "Call Bob",
            "Call Bobby",
            "Buy milk and bread",
            "Buy milk");

    @ParameterizedTest
    @CsvSource({
        "passport, Passport",
        "the passport, Passport",
        "renew passport, Renew the passport",
        "renewing my passport, Renew the passport",
        "passport photo, Passport photos",
        "bob, Call Bob",
        "bread, Buy milk and bread",
        "buy milk, Buy milk",
        "bought the bread, Buy milk and bread",
        "pasport fotos, ''",
        "passprot photos, Passport photos",
        "milk, Buy milk and bread|Buy milk",
        "call, Call Bob|Call Bobby",
        "tax, ''",
        "'', ''",
        "the, ''"
    })
    void the_best_fit_is_found(String words, String titles) {
        assertEquals(
                titles.isEmpty() ? List.of() : Arrays.asList(titles.split("\\|")), titles(matcher.find(words, todos)));
    }

    @Test
    void the_nearest_titles_come_nearest_first() {
        assertEquals(List.of("Passport photos"), titles(matcher.nearest("photo shop", todos)));
        assertEquals(List.of(), titles(matcher.nearest("quantum", todos)));
    }

    @ParameterizedTest
    @CsvSource({
        "passport, passprot, true",
        "milk, mlik, false",
        "bread, braed, true",
        "bread, broad, true",
        "renew, review, false"
    })
    void a_slip_is_one_letter_in_a_short_word_and_two_in_a_long_one(String first, String second, boolean slip) {
        assertEquals(slip, Similarity.isSlip(first, second));
    }

    private static List<TodoEntry> entries(String... titles) {
        return IntStream.range(0, titles.length)
                .mapToObj(at -> new TodoEntry(new RecordId(new UUID(0, at + 1)), todo(titles[at]), Instant.EPOCH))
                .toList();
    }

    private static Todo todo(String title) {
        return new Todo(
                new RecordId(new UUID(0, 0)), title, "", Priority.MEDIUM, TodoStatus.OPEN, null, null, List.of(), null);
    }

    private static List<String> titles(List<TodoEntry> entries) {
        return entries.stream().map(entry -> entry.todo().title()).toList();
    }
}
