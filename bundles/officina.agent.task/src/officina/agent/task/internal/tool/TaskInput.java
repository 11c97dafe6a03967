// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import officina.agent.task.internal.reading.Due;
import officina.agent.task.internal.reading.DueReader;
import officina.agent.task.internal.reading.Reading;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.RecordId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.Priority;
import officina.api.tool.ToolResult;
import org.jspecify.annotations.Nullable;

/** Reads the input of a tool strictly: a wrong member is named, nothing is guessed. */
final class TaskInput {

    /** The code of every wrong input. */
    static final String CODE = "task.invalid-input";

    private final JsonObject input;
    private final String path;

    /** Input that is wrong; the message says which member and what it may be, never what it was. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }

        ToolResult result() {
            return ToolResult.failed(Failure.of(
                    CODE, ErrorKind.USER, String.valueOf(getMessage()), "Correct the input and call again."));
        }
    }

    TaskInput(JsonObject input, String... members) {
        this(input, "", members);
    }

    private TaskInput(JsonObject input, String path, String... members) {
        this.input = input;
        this.path = path;
        Set<String> strange = new TreeSet<>(input.members().keySet());
        strange.removeAll(Set.of(members));
        if (!strange.isEmpty()) {
            throw new Wrong((path.isEmpty() ? "The input" : "\"" + path.substring(0, path.length() - 1) + "\"")
                    + " has a member that is not known; known are " + String.join(", ", members) + ".");
        }
    }

    boolean has(String name) {
        return input.has(name) && input.get(name) != JsonNull.NULL;
    }

    /** Whether the member is there and says "none". */
    boolean clears(String name) {
        return input.get(name) == JsonNull.NULL;
    }

    boolean isEmpty() {
        return input.members().isEmpty();
    }

    /** The inner object; an empty one where it is missing. */
    TaskInput object(String name, String... members) {
        JsonValue value = has(name) ? input.get(name) : JsonObject.EMPTY;
        if (!(value instanceof JsonObject inner)) {
            throw wrong(name, "an object");
        }
        return new TaskInput(inner, path + name + ".", members);
    }

    /** A text of at most so many characters; {@code null} where it is missing. */
    @Nullable
    String text(String name, int longest) {
        if (!has(name)) {
            return null;
        }
        if (!(input.get(name) instanceof JsonText(String value)) || value.length() > longest) {
            throw wrong(name, "a text of at most %,d characters".formatted(longest));
        }
        return value;
    }

    String requireText(String name, int longest) {
        String text = text(name, longest);
        if (text == null || text.isBlank()) {
            throw wrong(name, "a text of 1 to %,d characters".formatted(longest));
        }
        return text;
    }

    boolean flag(String name) {
        if (has(name) && !(input.get(name) instanceof JsonBoolean)) {
            throw wrong(name, "true or false");
        }
        return input.flag(name);
    }

    int number(String name, int least, int most, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        boolean whole = input.get(name) instanceof JsonNumber value
                && value.isLong()
                && value.longValue() >= least
                && value.longValue() <= most;
        if (!whole) {
            throw wrong(name, "a whole number from " + least + " to " + most);
        }
        return (int) input.number(name, otherwise);
    }

    /** One of the constants by its lower-case name; {@code null} where it is missing. */
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String text = text(name, 100);
        if (text == null) {
            return null;
        }
        Set<String> known = new TreeSet<>();
        for (E constant : type.getEnumConstants()) {
            String wire = constant.name().toLowerCase(Locale.ROOT);
            known.add(wire);
            if (wire.equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "one of " + String.join(", ", known));
    }

    @Nullable
    Priority priority() {
        return constant("priority", Priority.class);
    }

    RecordId id(String name) {
        try {
            return RecordId.parse(requireText(name, 100));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "the id of a to-do");
        }
    }

    /** A date, a date with a time, or words such as "next Friday"; {@code null} where it is missing. */
    @Nullable
    Due due(String name, DueReader words, Reading reading) {
        String text = text(name, 200);
        if (text == null) {
            return null;
        }
        try {
            if (text.contains("T")) {
                LocalDateTime then = LocalDateTime.parse(text);
                return new Due(then.toLocalDate(), then.toLocalTime(), java.util.List.of(), null);
            }
            return new Due(LocalDate.parse(text), null, java.util.List.of(), null);
        } catch (DateTimeException e) {
            Due due = words.of(reading.entities(text), reading);
            if (due.date() == null) {
                throw wrong(name, "a date like 2026-12-31, 2026-12-31T09:30 or \"next Friday\"");
            }
            return due;
        }
    }

    private Wrong wrong(String name, String form) {
        return new Wrong("The member \"" + path + name + "\" must be " + form + ".");
    }
}
