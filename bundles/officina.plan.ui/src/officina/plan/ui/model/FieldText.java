// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.ui.base.Dates;
import officina.ui.base.DayInput;

/** The values of fields as text: to read, to edit, and back. */
public final class FieldText {

    private final Dates dates;
    private final DayInput days;

    public FieldText(Dates dates, DayInput days) {
        this.dates = dates;
        this.days = days;
    }

    /** What typed text means for a field. */
    public sealed interface Reading {

        /** {@code JsonNull} for nothing. */
        record Value(JsonValue value) implements Reading {}

        /** A day with a time, typed where a day is asked. */
        record DayAndTime(JsonValue day, JsonValue time) implements Reading {}

        /** Not acceptable; the problem is one sentence. */
        record Wrong(String problem) implements Reading {}
    }

    /** The value as a person reads it; empty where none is set. */
    public String shown(StepField field) {
        String text = plain(field.value());
        return switch (field.type()) {
            case DAY -> day(text).map(this::day).orElse(text);
            case TIME -> time(text).map(dates::time).orElse(text);
            case PRIORITY, STATUS -> choice(field.type(), text);
            case FLAG -> text.isEmpty() ? "" : Boolean.parseBoolean(text) ? Words.YES.text() : Words.NO.text();
            case FIXED -> fixed(field.value());
            case TITLE, LINE, TEXT, NAMES, NUMBER -> text;
        };
    }

    /** The value as a person edits it. */
    public String edited(StepField field) {
        String text = plain(field.value());
        return switch (field.type()) {
            case DAY -> day(text).map(day -> dates.typed(day, null)).orElse(text);
            case TIME -> time(text).map(dates::time).orElse(text);
            case TITLE, LINE, TEXT, NAMES, NUMBER, PRIORITY, STATUS, FLAG, FIXED -> text;
        };
    }

    /** The wire names a choice may have, in order; none for a field that is no choice. */
    public static List<String> choices(FieldType type) {
        return switch (type) {
            case PRIORITY -> wireNames(Priority.values());
            case STATUS -> wireNames(TodoStatus.values());
            case FLAG -> List.of("true", "false");
            case TITLE, LINE, TEXT, DAY, TIME, NAMES, NUMBER, FIXED -> List.of();
        };
    }

    /** A choice as a person reads it. */
    public static String choice(FieldType type, String wireName) {
        Priority priority = type == FieldType.PRIORITY ? Names.constant(Priority.class, wireName) : null;
        if (priority != null) {
            return Names.priority(priority);
        }
        TodoStatus status = type == FieldType.STATUS ? Names.constant(TodoStatus.class, wireName) : null;
        if (status != null) {
            return Names.status(status);
        }
        return type == FieldType.FLAG ? Boolean.parseBoolean(wireName) ? Words.YES.text() : Words.NO.text() : wireName;
    }

    /** Reads what was typed into the field. */
    public Reading read(StepField field, String typed) {
        String text = typed.strip();
        if (field.type() == FieldType.FIXED) {
            return new Reading.Value(field.value());
        }
        if (text.isEmpty()) {
            return field.type() == FieldType.TITLE
                    ? new Reading.Wrong(Words.WRONG_EMPTY.text(field.label()))
                    : new Reading.Value(JsonNull.NULL);
        }
        return switch (field.type()) {
            case TITLE -> limited(text, Todo.MAX_TITLE);
            case LINE, PRIORITY, STATUS, FIXED -> new Reading.Value(new JsonText(text));
            case TEXT -> limited(text, Todo.MAX_DESCRIPTION);
            case DAY -> readDay(text);
            case TIME ->
                days.readTime(text, dates.language())
                        .<Reading>map(time -> new Reading.Value(JsonValue.of(time)))
                        .orElseGet(() -> new Reading.Wrong(Words.WRONG_TIME.text()));
            case NAMES ->
                new Reading.Value(JsonValue.of(Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList()));
            case NUMBER -> readNumber(text);
            case FLAG -> new Reading.Value(new JsonBoolean(Boolean.parseBoolean(text)));
        };
    }

    private Reading readDay(String text) {
        return switch (days.read(text, dates.language())) {
            case DayInput.Reading.None _ -> new Reading.Value(JsonNull.NULL);
            case DayInput.Reading.On(LocalDate day, LocalTime time) ->
                time == null
                        ? new Reading.Value(JsonValue.of(day))
                        : new Reading.DayAndTime(JsonValue.of(day), JsonValue.of(time));
            case DayInput.Reading.Unclear _ -> new Reading.Wrong(Words.WRONG_DAY.text());
        };
    }

    private static Reading readNumber(String text) {
        try {
            return new Reading.Value(new JsonNumber(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            return new Reading.Wrong(Words.WRONG_NUMBER.text());
        }
    }

    private static Reading limited(String text, int most) {
        return text.length() > most
                ? new Reading.Wrong(Words.WRONG_LONG.text(most))
                : new Reading.Value(new JsonText(text));
    }

    /** "Tomorrow (Sunday, 22 November 2026)": the word for orientation, the date for certainty. */
    private String day(LocalDate day) {
        long days = ChronoUnit.DAYS.between(dates.today(), day);
        boolean hasWord = days >= -1 && days < 7;
        return hasWord ? dates.day(day) + " (" + dates.full(day) + ")" : dates.full(day);
    }

    private static Optional<LocalDate> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String iso) {
        try {
            return Optional.of(LocalTime.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String fixed(JsonValue value) {
        var from = StepLinks.reference(value);
        return from == null ? plain(value) : Words.FROM_STEP.text(from.value());
    }

    /** A value without signs of JSON, as far as that is possible. */
    static String plain(JsonValue value) {
        return switch (value) {
            case JsonNull _ -> "";
            case JsonText(String text) -> text;
            case JsonNumber number -> number.value().toPlainString();
            case JsonBoolean(boolean flag) -> Boolean.toString(flag);
            case JsonArray(var items) -> items.stream().map(FieldText::plain).collect(Collectors.joining(", "));
            case JsonObject(var members) ->
                members.entrySet().stream()
                        .map(member -> Names.field(member.getKey()) + ": " + plain(member.getValue()))
                        .collect(Collectors.joining("; "));
        };
    }

    private static List<String> wireNames(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
