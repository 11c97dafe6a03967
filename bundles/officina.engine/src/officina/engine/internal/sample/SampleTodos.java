// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import officina.api.id.RecordId;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;

/** The to-dos of the sample, due around a day. */
public final class SampleTodos {

    private static final String NONE = "-";

    private SampleTodos() {}

    /** Open ones, those without a day among them. */
    public static List<Todo> around(LocalDate today, RecordId project) {
        return new String(SampleFiles.resource("todos.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> todo(line.split("\\|", -1), today, project))
                .toList();
    }

    private static Todo todo(String[] cells, LocalDate today, RecordId project) {
        String[] cell = Arrays.stream(cells).map(String::strip).toArray(String[]::new);
        LocalDate due = cell[0].equals(NONE) ? null : today.plusDays(Long.parseLong(cell[0]));
        LocalTime time = cell[1].equals(NONE) ? null : LocalTime.parse(cell[1]);
        Priority priority = Priority.valueOf(cell[2].toUpperCase(Locale.ROOT));
        List<String> people = cell[4].isEmpty() ? List.of() : List.of(cell[4].split(",\\s*"));
        return new Todo(project, cell[3], cell[5], priority, TodoStatus.OPEN, due, time, people, null);
    }
}
