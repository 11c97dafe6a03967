// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.ui.base.Dates;

/** When something works by itself, in plain words; what is too tangled for them stands as crontab writes it. */
public final class ScheduleText {

    /** More times of a day are not told one by one. */
    private static final int MOST_TIMES = 6;

    private static final String ANY = "*";
    private static final int UNEVEN = 1_000;

    private final Dates dates;

    public ScheduleText(Dates dates) {
        this.dates = dates;
    }

    /**
     * For example: Monday to Friday at 07:30 (Europe/Rome).
     *
     * @param schedule five fields with a space between them; empty for what waits to be asked
     * @param zone empty for the one of the machine
     */
    public String of(String schedule, String zone) {
        if (schedule.isEmpty()) {
            return Words.WHEN_ASKED.text();
        }
        String[] fields = schedule.split(" ");
        String said = (fields.length == 5 ? plain(fields) : Optional.<String>empty())
                .orElseGet(() -> Words.WHEN_CRON.text(schedule));
        return zone.isEmpty() ? said : Words.WHEN_ZONE.text(said, zone);
    }

    private Optional<String> plain(String[] fields) {
        try {
            boolean everyDay = fields[2].equals(ANY) && fields[3].equals(ANY) && fields[4].equals(ANY);
            Optional<String> often = everyDay ? often(fields[0], fields[1]) : Optional.empty();
            return often.isPresent()
                    ? often
                    : times(fields[0], fields[1])
                            .flatMap(times ->
                                    days(fields[2], fields[3], fields[4]).map(days -> Words.WHEN_AT.text(days, times)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Several times in an hour, or once in every so many hours. */
    private static Optional<String> often(String minute, String hour) {
        if (hour.equals(ANY) && 60 % step(minute) == 0) {
            return Optional.of(Words.EVERY_MINUTES.text(step(minute)));
        }
        if (isNumber(minute) && 24 % step(hour) == 0) {
            int past = Integer.parseInt(minute);
            String every = Words.EVERY_HOURS.text(step(hour));
            return Optional.of(past == 0 ? every : Words.EVERY_HOURS_PAST.text(every, past));
        }
        return Optional.empty();
    }

    /** Every how many; {@link #UNEVEN} where the field says it in another way. */
    private static int step(String field) {
        if (field.equals(ANY)) {
            return 1;
        }
        return field.startsWith("*/") && isNumber(field.substring(2))
                ? Math.max(1, Integer.parseInt(field.substring(2)))
                : UNEVEN;
    }

    private Optional<String> times(String minute, String hour) {
        List<LocalTime> times = new ArrayList<>();
        for (int each : numbers(hour)) {
            numbers(minute).forEach(past -> times.add(LocalTime.of(each, past)));
        }
        return times.isEmpty() || times.size() > MOST_TIMES
                ? Optional.empty()
                : Optional.of(list(times.stream().map(dates::time).toList()));
    }

    private Optional<String> days(String day, String month, String weekday) {
        if (day.equals(ANY) && month.equals(ANY)) {
            return weekday.equals(ANY) ? Optional.of(Words.EVERY_DAY.text()) : weekdays(weekday);
        }
        if (!weekday.equals(ANY) || day.equals(ANY)) {
            return Optional.empty();
        }
        List<Integer> days = numbers(day);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        String said = list(days.stream().map(String::valueOf).toList());
        if (month.equals(ANY)) {
            return Optional.of(Words.EVERY_MONTH.text(days.size(), said));
        }
        List<String> months =
                numbers(month).stream().map(Month::of).map(this::name).toList();
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(Words.EVERY_YEAR.text(days.size(), said, list(months)));
    }

    private Optional<String> weekdays(String field) {
        TreeSet<DayOfWeek> days = new TreeSet<>();
        for (String part : field.split(",")) {
            String[] ends = part.split("-");
            int first = weekday(ends[0]);
            int last = ends.length == 1 ? first : weekday(ends[1]);
            if (ends.length > 2 || last < first) {
                return Optional.empty();
            }
            IntStream.rangeClosed(first, last)
                    .mapToObj(each -> DayOfWeek.of(each == 0 ? 7 : each))
                    .forEach(days::add);
        }
        boolean inARow = days.last().getValue() - days.first().getValue() == days.size() - 1;
        if (days.size() == 7) {
            return Optional.of(Words.EVERY_DAY.text());
        }
        return Optional.of(
                inARow && days.size() > 2
                        ? Words.WEEKDAYS_FROM_TO.text(name(days.first()), name(days.last()))
                        : Words.WEEKDAYS.text(list(days.stream().map(this::name).toList())));
    }

    private static int weekday(String field) {
        for (DayOfWeek each : DayOfWeek.values()) {
            if (each.name().substring(0, 3).equals(field.toUpperCase(Locale.ROOT))) {
                return each.getValue();
            }
        }
        return Integer.parseInt(field);
    }

    /** Those that a field lists one by one; none where it says them in another way. */
    private static List<Integer> numbers(String field) {
        String[] parts = field.split(",");
        for (String part : parts) {
            if (!isNumber(part)) {
                return List.of();
            }
        }
        return Stream.of(parts).map(Integer::valueOf).sorted().distinct().toList();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 4 && text.chars().allMatch(Character::isDigit);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, dates.locale());
    }

    private String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, dates.locale());
    }

    private static String list(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : Words.LIST_AND.text(
                        parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", ")), parts.getLast());
    }
}
