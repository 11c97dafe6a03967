// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something is due next.
 *
 * @param point of the timetable, or the time of a retry
 * @param at when it is to begin: a little later, so that not all that is due at the full hour begins at once
 * @param retry whether it is because it failed
 */
public record Due(Instant point, Instant at, boolean retry) {

    /** What begins this much later than it was due was missed: the program was closed, or the machine slept. */
    static final Duration LATE = Duration.ofMinutes(5);

    private static final Duration MOST_JITTER = Duration.ofMinutes(1);
    private static final int SHARE_OF_JITTER = 10;

    /**
     * Empty where nothing is due until the person asks.
     *
     * @param name of what is due; decides how much later than its point it begins, always by the same
     * @param timetable {@code null} for what never happens by itself
     * @param zone of the machine
     */
    public static Optional<Due> next(
            String name, @Nullable Timetable timetable, ZoneId zone, Standing known, Instant now) {
        if (timetable == null || known.paused()) {
            return Optional.empty();
        }
        Standing standing = known.by(now);
        Instant retry = standing.retryAt();
        if (retry != null) {
            return Optional.of(new Due(retry, retry, true));
        }
        ZoneId where = timetable.zone() == null ? zone : timetable.zone();
        return timetable.cron().after(standing.since(), where).map(point -> {
            Duration jitter = timetable
                    .cron()
                    .after(point, where)
                    .map(following -> jitter(name, point, Duration.between(point, following)))
                    .orElse(Duration.ZERO);
            return new Due(point, point.plus(jitter), false);
        });
    }

    /** Whether it is time. */
    public boolean isReached(Instant now) {
        return !at.isAfter(now);
    }

    /** Whether it should have begun long before. */
    public boolean isMissed(Instant now) {
        return !retry && at.plus(LATE).isBefore(now);
    }

    /** A tenth of the time to the following point at most, and a minute at most; the same each time it is asked. */
    private static Duration jitter(String name, Instant point, Duration following) {
        long most = Math.min(following.toMillis() / SHARE_OF_JITTER, MOST_JITTER.toMillis());
        long mixed = (name.hashCode() * 0x9E37_79B9_7F4A_7C15L) ^ (point.getEpochSecond() * 0xBF58_476D_1CE4_E5B9L);
        return Duration.ofMillis(Math.floorMod(mixed ^ (mixed >>> 32), most + 1));
    }
}
