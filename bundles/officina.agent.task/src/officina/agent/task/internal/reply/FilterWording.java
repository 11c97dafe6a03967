// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.agent.task.internal.todo.TodoFilter;
import officina.api.record.TodoStatus;

/** Says in words which to-dos a filter means, so that the person sees how the request was read. */
final class FilterWording {

    private final Wording wording;

    FilterWording(Wording wording) {
        this.wording = wording;
    }

    /** What stands before "to-do": "open", "overdue"; empty for any. */
    static String adjective(TodoFilter filter) {
        if (filter.overdue()) {
            return "overdue";
        }
        return filter.status() == null ? "" : filter.status() == TodoStatus.DONE ? "done" : "open";
    }

    /** What follows it: " (due 20 Nov 2026, with Anna)"; empty for none. */
    String rest(TodoFilter filter) {
        List<String> parts = new ArrayList<>();
        if (filter.undated()) {
            parts.add("without a date");
        }
        String range = range(filter);
        if (!range.isEmpty()) {
            parts.add(range);
        }
        if (!filter.priorities().isEmpty()) {
            parts.add(
                    filter.priorities().stream().sorted().map(Wording::priority).collect(Collectors.joining(" or ")));
        }
        if (!filter.people().isEmpty()) {
            parts.add("with " + Wording.escaped(String.join(" or ", filter.people())));
        }
        if (!filter.words().isEmpty()) {
            parts.add("about \"" + Wording.escaped(String.join(" ", filter.words())) + "\"");
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private String range(TodoFilter filter) {
        LocalDate from = filter.from();
        LocalDate until = filter.until();
        String due = filter.status() == TodoStatus.DONE ? "done" : "due";
        if (from != null && until != null) {
            return from.equals(until)
                    ? due + " " + wording.day(from)
                    : due + " from " + wording.day(from) + " to " + wording.day(until);
        }
        if (from != null) {
            return due + " from " + wording.day(from) + " on";
        }
        return until == null ? "" : due + " until " + wording.day(until);
    }
}
