// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.schedule;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import org.jspecify.annotations.Nullable;

/**
 * When something happens by itself.
 *
 * @param zone the time zone that the expression is meant in; {@code null} for the one of the machine
 * @param overlaps whether it may begin again while it is still at work
 */
public record Timetable(CronSchedule cron, @Nullable ZoneId zone, boolean overlaps) {

    /** Reads a time zone by its name; throws {@link IllegalArgumentException} with what is wrong, quoting nothing. */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (ZoneRulesException e) {
            throw new IllegalArgumentException("There is no time zone of that name.", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A time zone is named like Europe/Rome.", e);
        }
    }
}
