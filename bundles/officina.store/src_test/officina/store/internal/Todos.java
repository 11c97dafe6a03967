// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.util.List;
import officina.api.json.JsonObject;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;

/** To-dos for tests. */
public final class Todos {

    private Todos() {}

    public static JsonObject fields(String title) {
        return fields(title, "");
    }

    public static JsonObject fields(String title, String description) {
        return new Todo(
                        Story.PROJECT,
                        title,
                        description,
                        Priority.MEDIUM,
                        TodoStatus.OPEN,
                        null,
                        null,
                        List.of(),
                        null)
                .fields();
    }
}
