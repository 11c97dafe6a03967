// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The time of day that captures mean. */
final class Times {

    private static final int NOON = 12;
    private static final int MINUTES_A_DAY = 24 * 60;

    private final int afternoonUntil;

    /** @param afternoonUntil hours from 1 to this one are meant after noon when nothing else is said */
    Times(int afternoonUntil) {
        this.afternoonUntil = afternoonUntil;
    }

    /**
     * A time of day.
     *
     * @param loose whether it is the hour of a twelve-hour clock of which nobody said which half of the day it is in
     */
    record Clock(LocalTime time, boolean loose) {

        /** The same in the half of the day that is now known. */
        LocalTime in(String half) {
            boolean afternoon = time.getHour() >= NOON;
            if (!loose || afternoon == half.equals("pm")) {
                return time;
            }
            return time.plusHours(NOON);
        }
    }

    /** {@code null} where there is no such time. */
    @Nullable
    Clock of(View view) {
        String fixed = view.text("clock");
        if (fixed != null) {
            return new Clock(LocalTime.parse(fixed), false);
        }
        int hour = view.number("hour", 0);
        View to = view.under("to");
        String half = view.has("half") ? view.text("half") : to.text("half");
        if (half != null) {
            return new Clock(moved(LocalTime.of(inHalf(hour, half), view.number("minute", 0)), view), false);
        }
        boolean spoken = !view.has("minute") || view.has("by") || view.has("spoken");
        boolean loose = spoken && hour >= 1 && hour < NOON;
        int meant = loose && hour <= afternoonUntil ? hour + NOON : hour;
        return new Clock(moved(LocalTime.of(meant, view.number("minute", 0)), view), loose);
    }

    /** "quarter to nine": {@code by} minutes, before the hour with a negative {@code sign}. */
    private static LocalTime moved(LocalTime time, View view) {
        int by = view.number("by", 0) * view.number("sign", 1);
        return time.plusMinutes(Math.floorMod(by, MINUTES_A_DAY));
    }

    private static int inHalf(int hour, String half) {
        if (hour > NOON) {
            return hour;
        }
        return hour % NOON + (half.equals("pm") ? NOON : 0);
    }
}
