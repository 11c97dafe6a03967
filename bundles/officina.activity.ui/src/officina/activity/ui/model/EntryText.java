// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.id.PluginId;
import officina.core.run.ActivityEntry;
import officina.ui.base.Dates;
import officina.ui.base.PluginNames;

/** Entries in words. */
public final class EntryText {

    private final Dates dates;

    public EntryText(Dates dates) {
        this.dates = dates;
    }

    /** One line of the details. */
    public record Fact(String label, String text) {}

    /** When, short: "14:05:10" today, else "Yesterday 14:05:10", "12 Nov 14:05:10". */
    public String time(ActivityEntry entry) {
        ZonedDateTime at = entry.at().atZone(dates.zone());
        return time(at.toLocalDate(), at.toLocalTime());
    }

    private String time(LocalDate day, LocalTime at) {
        String time = dates.seconds(at);
        return day.equals(dates.today()) ? time : Words.TIME_OF_DAY.text(dates.day(day), time);
    }

    /** All that {@link #time} may be as wide as: of every kind of day and half of the day one. */
    public List<String> times() {
        LocalDate today = dates.today();
        Stream<LocalDate> far = Stream.iterate(today.withDayOfMonth(28), day -> day.minusMonths(1))
                .limit(24);
        return Stream.concat(Stream.of(today, today.minusDays(1)), far)
                .flatMap(day -> Stream.of(LocalTime.of(10, 58, 58), LocalTime.of(22, 58, 58))
                        .map(at -> time(day, at)))
                .distinct()
                .toList();
    }

    /** Who did it, as people say it: "Task agent", "You". */
    public static String source(String actor) {
        return PluginNames.of(new PluginId(actor));
    }

    public static String source(ActivityEntry entry) {
        return source(entry.origin().actor().value());
    }

    /** How it went; a permission is used or refused. */
    public static String status(ActivityEntry entry) {
        return switch (entry.status()) {
            case OK -> (isUse(entry) ? Words.STATUS_USED : Words.STATUS_OK).text();
            case DENIED -> Words.STATUS_DENIED.text();
            case FAILED -> Words.STATUS_FAILED.text();
        };
    }

    private static boolean isUse(ActivityEntry entry) {
        return entry.type().startsWith(Kind.ACCESS.type() + ".");
    }

    /** The same of many entries, to choose from. */
    public static String outcome(ActivityEntry.Status status) {
        return switch (status) {
            case OK -> Words.OUTCOME_OK.text();
            case DENIED -> Words.STATUS_DENIED.text();
            case FAILED -> Words.STATUS_FAILED.text();
        };
    }

    public static String kind(Kind kind) {
        return switch (kind) {
            case ALL -> Words.KIND_ALL.text();
            case RUNS -> Words.KIND_RUNS.text();
            case CHANGES -> Words.KIND_CHANGES.text();
            case APPROVALS -> Words.KIND_APPROVALS.text();
            case TOOLS -> Words.KIND_TOOLS.text();
            case ACCESS -> Words.KIND_ACCESS.text();
            case FILES -> Words.KIND_FILES.text();
            case NOTIFICATIONS -> Words.KIND_NOTIFICATIONS.text();
            case USAGE -> Words.KIND_USAGE.text();
        };
    }

    public static String period(Period.Choice choice) {
        return switch (choice) {
            case ANY -> Words.PERIOD_ANY.text();
            case TODAY -> Words.PERIOD_TODAY.text();
            case YESTERDAY -> Words.PERIOD_YESTERDAY.text();
            case WEEK -> Words.PERIOD_WEEK.text();
            case MONTH -> Words.PERIOD_MONTH.text();
            case BETWEEN -> Words.PERIOD_BETWEEN.text();
        };
    }

    /** Everything that is known of an entry. */
    public List<Fact> facts(ActivityEntry entry) {
        List<Fact> facts = new ArrayList<>();
        ZonedDateTime at = entry.at().atZone(dates.zone());
        facts.add(new Fact(
                Words.FACT_TIME.text(),
                Words.TIME_OF_DAY.text(dates.full(at.toLocalDate()), dates.seconds(at.toLocalTime()))));
        facts.add(new Fact(
                Words.FACT_SOURCE.text(),
                entry.origin().chain().stream()
                        .map(each -> source(each.value()))
                        .collect(Collectors.joining(" → "))));
        facts.add(new Fact(Words.FACT_ACTION.text(), entry.action()));
        if (!entry.resource().isEmpty()) {
            facts.add(new Fact(Words.FACT_RESOURCE.text(), entry.resource()));
        }
        facts.add(new Fact(Words.FACT_STATUS.text(), status(entry)));
        facts.add(new Fact(Words.FACT_EVENT.text(), entry.type() + " #" + entry.position()));
        return facts;
    }

    /** The entry as plain text, for the clipboard. */
    public String copy(ActivityEntry entry) {
        return entry.text() + "\n"
                + facts(entry).stream()
                        .map(fact -> fact.label() + ": " + fact.text())
                        .collect(Collectors.joining("\n"));
    }
}
