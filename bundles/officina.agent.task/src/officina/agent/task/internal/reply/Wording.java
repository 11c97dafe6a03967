// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import officina.api.record.Priority;
import officina.api.record.Todo;
import org.jspecify.annotations.Nullable;

/** How to-dos, days and times are written for the person: dates in their locale, titles safe inside Markdown. */
public final class Wording {

    private static final Pattern MARKDOWN = Pattern.compile("([\\\\`*_\\[\\]<>#|~])");

    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    public Wording(Locale locale) {
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    /** "12 Dec 2026" or "Dec 12, 2026" */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** "Saturday", in English like the sentence around it. */
    String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** "09:30" or "9:30 AM" */
    String time(LocalTime of) {
        return time.format(of).replace('\u202f', ' ');
    }

    /** "due 12 Dec 2026 at 09:30"; "no date" without one. */
    public String due(@Nullable LocalDate date, @Nullable LocalTime at) {
        return date == null ? "no date" : "due " + day(date) + (at == null ? "" : " at " + time(at));
    }

    /** "high priority", "urgent" */
    public static String priority(Priority priority) {
        return switch (priority) {
            case LOW -> "low priority";
            case MEDIUM -> "medium priority";
            case HIGH -> "high priority";
            case URGENT -> "urgent";
        };
    }

    /** What there is to say of a to-do besides its title, with a comma before; medium priority goes without saying. */
    public String details(Todo todo) {
        List<String> details = new ArrayList<>();
        if (todo.due() != null) {
            details.add(due(todo.due(), todo.dueTime()));
        }
        if (todo.priority() != Priority.MEDIUM) {
            details.add(priority(todo.priority()));
        }
        return details.isEmpty() ? "" : ", " + String.join(", ", details);
    }

    /** The title in bold. */
    public static String bold(String title) {
        return "**" + escaped(title) + "**";
    }

    /** The person's words so that Markdown leaves them as they are. */
    public static String escaped(String text) {
        return MARKDOWN.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$1");
    }

    /** One sentence as it is, several as a list; empty for none. */
    static String lines(List<String> sentences) {
        return sentences.size() < 2 ? String.join("", sentences) : "- " + String.join("\n- ", sentences);
    }

    /** "3 to-dos", "1 to-do" */
    public static String count(int number, String adjective) {
        String noun = number == 1 ? "to-do" : "to-dos";
        return "%d %s%s".formatted(number, adjective.isEmpty() ? "" : adjective + " ", noun);
    }
}
