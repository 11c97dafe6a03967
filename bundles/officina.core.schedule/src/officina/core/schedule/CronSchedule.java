// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression of five fields, as crontab has them: minute, hour, day of the month, month, day of the week. Where both
 * days are given, either will do.
 *
 * <p>The library reckons in local time, which knows no change of the clocks; this class lays that over a time zone as cron
 * does. With a named hour ({@code 30 2 * * *}) a time that the clocks leave out is made up for right after the gap, and
 * one that comes twice counts the first time. With an hour that begins with a star the clocks do not matter: what is due
 * every half hour is due every half hour.
 */
public final class CronSchedule {

    /** Longer ones are not read. */
    public static final int LONGEST = 100;

    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /** More changes of the clocks, or points of time that come twice, are not gone through for one answer. */
    private static final int MOST_STEPS = 1_000;

    /** Where nothing is known of the clocks: what is never due is not due then either. */
    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final String text;
    private final ExecutionTime local;
    private final boolean everyHour;

    private CronSchedule(String text, ExecutionTime local, boolean everyHour) {
        this.text = text;
        this.local = local;
        this.everyHour = everyHour;
    }

    /** Reads an expression; throws {@link IllegalArgumentException} with what is wrong, in a sentence that quotes nothing. */
    public static CronSchedule parse(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            throw new IllegalArgumentException("A schedule has at most " + LONGEST + " characters.");
        }
        List<String> fields = List.of(plain.split("\\s+"));
        if (fields.size() != 5 || !plain.chars().allMatch(letter -> letter < 128)) {
            throw new IllegalArgumentException(
                    "A schedule has five fields: minute, hour, day of the month, month, day of the week.");
        }
        String joined = String.join(" ", fields);
        CronSchedule schedule =
                new CronSchedule(joined, time(joined), fields.get(1).startsWith("*"));
        if (schedule.nextLocal(SOME_DAY) == null) {
            throw new IllegalArgumentException("A schedule must name a day that comes; this one never does.");
        }
        return schedule;
    }

    private static ExecutionTime time(String expression) {
        try {
            return ExecutionTime.forCron(PARSER.parse(expression).validate());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // the library stumbles over 1-2/
            throw new IllegalArgumentException(
                    "A schedule is written as in crontab, such as 30 7 * * 1-5; one of its five fields is not.", e);
        }
    }

    /** The expression, with one space between the fields. */
    public String text() {
        return text;
    }

    /** The first point after that moment; empty where none comes that can be reckoned with. */
    public Optional<Instant> after(Instant moment, ZoneId zone) {
        try {
            return everyHour ? byElapsedTime(moment, zone.getRules()) : byTheClock(moment, zone.getRules());
        } catch (DateTimeException | ArithmeticException e) {
            // at the far ends of time
            return Optional.empty();
        }
    }

    /** Between two changes of the clocks at a time. */
    private Optional<Instant> byElapsedTime(Instant moment, ZoneRules rules) {
        Instant from = moment;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            ZoneOffset offset = rules.getOffset(from);
            ZoneOffsetTransition change = rules.nextTransition(from);
            LocalDateTime next = nextLocal(LocalDateTime.ofInstant(from, offset));
            if (next == null) {
                return Optional.empty();
            }
            Instant found = next.toInstant(offset);
            if (change == null || found.isBefore(change.getInstant())) {
                return Optional.of(found);
            }
            ZoneOffset then = change.getOffsetAfter();
            LocalDateTime first = LocalDateTime.ofInstant(change.getInstant(), then);
            LocalDateTime atOnce = nextLocal(first.minusSeconds(1));
            if (first.equals(atOnce)) {
                return Optional.of(change.getInstant());
            }
            from = change.getInstant();
        }
        return Optional.empty();
    }

    private Optional<Instant> byTheClock(Instant moment, ZoneRules rules) {
        LocalDateTime next = LocalDateTime.ofInstant(moment, rules.getOffset(moment));
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            next = nextLocal(next);
            if (next == null) {
                return Optional.empty();
            }
            Instant found = placed(next, rules);
            if (found.isAfter(moment)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Instant placed(LocalDateTime local, ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(local);
        return change == null
                ? local.toInstant(rules.getOffset(local))
                : change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }

    private @Nullable LocalDateTime nextLocal(LocalDateTime local) {
        return this.local
                .nextExecution(local.atZone(ZoneOffset.UTC))
                .map(each -> each.toLocalDateTime())
                .orElse(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CronSchedule schedule && schedule.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
