// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui.model;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchTrigger.Cause;
import officina.engine.AutomationItem;
import officina.ui.base.Dates;

/** A batch agent in plain words. */
public final class AutomationText {

    private final Dates dates;
    private final ScheduleText schedules;

    public AutomationText(Dates dates) {
        this.dates = dates;
        schedules = new ScheduleText(dates);
    }

    /** Whether something keeps it from working. */
    public static boolean isTroubled(AutomationItem item) {
        return !item.problems().isEmpty() || item.state() == AutomationItem.State.RETRYING;
    }

    /** How it stands, in a word or two. */
    public static String state(AutomationItem item) {
        if (item.state() == AutomationItem.State.AT_WORK) {
            return Words.STATE_AT_WORK.text();
        }
        if (!item.problems().isEmpty()) {
            return Words.STATE_CANNOT.text();
        }
        return switch (item.state()) {
            case PAUSED -> Words.STATE_PAUSED.text();
            case RETRYING -> Words.STATE_RETRYING.text();
            case WAITING, AT_WORK -> Words.STATE_WAITING.text();
        };
    }

    public String schedule(AutomationItem item) {
        return schedules.of(item.schedule(), item.zone());
    }

    /** When it begins by itself; a dash where it does not. */
    public String next(AutomationItem item) {
        Instant next = item.next();
        return next == null ? Words.NEVER.text() : moment(next);
    }

    /** The same as a sentence, with why it does not where it does not; empty for one that is at work and waits for its end. */
    public String nextSentence(AutomationItem item) {
        Instant next = item.next();
        if (next != null) {
            String when = moment(next);
            return item.state() == AutomationItem.State.RETRYING
                    ? Words.NEXT_RETRY.text(item.failures(), when)
                    : Words.NEXT_AT.text(when);
        }
        if (item.state() == AutomationItem.State.AT_WORK) {
            return "";
        }
        if (item.state() == AutomationItem.State.PAUSED) {
            return Words.NEXT_PAUSED.text();
        }
        return item.schedule().isEmpty() ? Words.NEXT_ASKED.text() : Words.NEXT_NONE.text();
    }

    /** How the newest run ended and when it began, short; a dash before the first. */
    public String last(AutomationItem item) {
        LastRun last = item.last();
        return last == null ? Words.NEVER.text() : Words.LAST.text(ending(last.ending()), dates.ago(last.startedAt()));
    }

    public static String ending(Ending ending) {
        return switch (ending) {
            case WORKING -> Words.ENDING_WORKING.text();
            case DONE -> Words.ENDING_DONE.text();
            case FAILED -> Words.ENDING_FAILED.text();
            case SKIPPED -> Words.ENDING_SKIPPED.text();
            case STOPPED -> Words.ENDING_STOPPED.text();
        };
    }

    /** A line for each thing that is known of the newest run. */
    public String facts(AutomationItem item, LastRun last) {
        List<String> lines = new ArrayList<>();
        if (!last.text().isEmpty()) {
            lines.add(last.text());
        }
        if (!last.counts().isEmpty()) {
            lines.add(last.counts().stream()
                    .map(each -> Words.COUNT.text(each.name(), each.value()))
                    .collect(Collectors.joining(", ")));
        }
        lines.add(Words.BEGUN.text(dates.full(last.startedAt()), cause(last.cause())));
        if (last.ending() != Ending.WORKING) {
            lines.add(Words.TOOK.text(duration(last.took()), cost(last.cost())));
        }
        Instant success = item.lastSuccess();
        if (last.ending() != Ending.DONE && last.ending() != Ending.WORKING) {
            lines.add(success == null ? Words.SUCCESS_NEVER.text() : Words.SUCCESS_LAST.text(dates.full(success)));
        }
        return String.join("\n", lines);
    }

    /** What it does now, with how far it is where it told. */
    public String atWork(LastRun run, String progress) {
        String since = Words.AT_WORK_SINCE.text(duration(Duration.between(run.startedAt(), dates.now())));
        return progress.isEmpty() ? since : since + "\n" + progress;
    }

    private static String cause(Cause cause) {
        return switch (cause) {
            case SCHEDULE -> Words.CAUSE_SCHEDULE.text();
            case CATCH_UP -> Words.CAUSE_CATCH_UP.text();
            case RETRY -> Words.CAUSE_RETRY.text();
            case PERSON -> Words.CAUSE_PERSON.text();
        };
    }

    private static String duration(Duration time) {
        if (time.toSeconds() < 1) {
            return Words.UNDER_A_SECOND.text();
        }
        if (time.toMinutes() < 1) {
            return Words.SECONDS.text(time.toSeconds());
        }
        return time.toHours() < 1
                ? Words.MINUTES.text(time.toMinutes(), time.toSecondsPart())
                : Words.HOURS.text(time.toHours(), time.toMinutesPart());
    }

    private String cost(BigDecimal cost) {
        if (cost.signum() == 0) {
            return Words.COST_NONE.text();
        }
        NumberFormat format = NumberFormat.getNumberInstance(dates.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(6);
        return format.format(cost);
    }

    private String moment(Instant moment) {
        ZonedDateTime at = moment.atZone(dates.zone());
        return Words.MOMENT.text(dates.day(at.toLocalDate()), dates.time(at.toLocalTime()));
    }
}
