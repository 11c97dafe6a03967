// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the to-do that a person speaks of by some words of its title. */
public final class TodoMatcher {

    private static final int NEAREST = 3;
    private static final double NEAR = 0.3;

    private final TitleWords words;

    public TodoMatcher(TitleWords words) {
        this.words = words;
    }

    /**
     * Those that the words fit equally well, best fit only: the very title, else all words in a row, else all words
     * anywhere, else all words but for a slip of the keyboard; none where a word fits nothing.
     */
    public List<TodoEntry> find(String text, List<TodoEntry> among) {
        String wanted = text.strip();
        List<TodoEntry> same = among.stream()
                .filter(entry -> entry.todo().title().equalsIgnoreCase(wanted))
                .toList();
        List<String> query = words.of(wanted);
        if (!same.isEmpty() || query.isEmpty()) {
            return same;
        }
        List<TodoEntry> equal = among.stream()
                .filter(entry -> words.of(entry.todo().title()).equals(query))
                .toList();
        if (!equal.isEmpty()) {
            return equal;
        }
        List<TodoEntry> row = among.stream()
                .filter(entry -> contains(words.of(entry.todo().title()), query))
                .toList();
        return row.isEmpty() ? scattered(query, among) : row;
    }

    /** Some whose titles are near, nearest first; none where nothing is near. */
    public List<TodoEntry> nearest(String text, List<TodoEntry> among) {
        List<String> query = words.of(text);
        return among.stream()
                .filter(entry -> nearness(query, entry) >= NEAR)
                .sorted(Comparator.comparingDouble((TodoEntry entry) -> -nearness(query, entry))
                        .thenComparing(entry -> entry.todo().title()))
                .limit(NEAREST)
                .toList();
    }

    private List<TodoEntry> scattered(List<String> query, List<TodoEntry> among) {
        List<TodoEntry> exact =
                among.stream().filter(entry -> all(entry).containsAll(query)).toList();
        return exact.isEmpty()
                ? among.stream()
                        .filter(entry -> query.stream().allMatch(word -> hasSlip(all(entry), word)))
                        .toList()
                : exact;
    }

    private List<String> all(TodoEntry entry) {
        return words.of(
                entry.todo().title() + " " + String.join(" ", entry.todo().people()));
    }

    private static boolean contains(List<String> title, List<String> query) {
        return java.util.Collections.indexOfSubList(title, query) >= 0;
    }

    private static boolean hasSlip(List<String> title, String word) {
        return title.stream().anyMatch(each -> each.equals(word) || Similarity.isSlip(each, word));
    }

    private double nearness(List<String> query, TodoEntry entry) {
        List<String> title = all(entry);
        if (query.isEmpty() || title.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (String word : query) {
            sum += title.stream()
                    .mapToDouble(each -> Similarity.of(each.toLowerCase(Locale.ROOT), word))
                    .filter(similarity -> similarity >= 0.6)
                    .max()
                    .orElse(0);
        }
        return sum / query.size();
    }
}
