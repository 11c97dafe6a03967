// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far something is that happens by itself; what it takes to say when it is due next.
 *
 * @param paused whether the person has stopped it; it is due only when they ask for it
 * @param since all points of its timetable up to here are done with, whether anything happened or not
 * @param failures how often it failed in a row
 * @param retryAt when it is tried again after a failure; {@code null} where it waits for its next point
 */
public record Standing(
        boolean paused,
        Instant since,
        int failures,
        @Nullable Instant retryAt) {

    /** The first pause after a failure; the next ones double. */
    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** The longest pause after a failure. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** More than any pause: a time so far ahead was written when the clock was wrong. */
    private static final Duration FAR_AHEAD = Duration.ofDays(2);

    /** One that is new at that moment: it waits for its first point. */
    public static Standing from(Instant now) {
        return new Standing(false, now, 0, null);
    }

    /** It begins now: what was due until then is done with, however often it was. */
    public Standing begun(Instant now) {
        return new Standing(paused, now, failures, null);
    }

    /** It was done. What came due meanwhile is done with. */
    public Standing done(Instant now) {
        return new Standing(paused, now, 0, null);
    }

    /** Stopped before its end without having failed; it waits for its next point. */
    public Standing stopped(Instant now) {
        return new Standing(paused, now, failures, null);
    }

    /**
     * It failed, and is tried again after a pause.
     *
     * @param atLeast a pause that was asked for; {@code null} where nobody knows
     */
    public Standing failed(Instant now, @Nullable Duration atLeast) {
        return new Standing(paused, now, more(), now.plus(pause(more(), atLeast)));
    }

    /** It failed in a way that trying again does not mend, or was not allowed: the points of the pause are left out. */
    public Standing refused(Instant now) {
        return new Standing(paused, now.plus(pause(more(), null)), more(), null);
    }

    /** What was in the way is gone: its next point counts again. */
    public Standing cleared(Instant now) {
        return new Standing(paused, now, 0, null);
    }

    /**
     * The same where the clock is right. Where it was far ahead and was set back, what comes after now counts: to be kept,
     * because the next point is reached only by one whose {@code since} does not move with the clock.
     */
    public Standing by(Instant now) {
        Instant retry = retryAt;
        return new Standing(paused, sane(since, now), failures, retry == null ? null : sane(retry, now));
    }

    private static Instant sane(Instant time, Instant now) {
        return time.isAfter(now.plus(FAR_AHEAD)) ? now : time;
    }

    /** The person stops it. */
    public Standing stoppedByPerson() {
        return new Standing(true, since, failures, retryAt);
    }

    /** The person lets it go on; what would have been due meanwhile is not made up for. */
    public Standing resumed(Instant now) {
        return new Standing(false, now, 0, null);
    }

    private int more() {
        return failures == Integer.MAX_VALUE ? failures : failures + 1;
    }

    private static Duration pause(int failures, @Nullable Duration atLeast) {
        int doublings = Math.min(failures - 1, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return atLeast == null || atLeast.compareTo(bounded) < 0 ? bounded : bounded(atLeast);
    }

    /** Whoever asks for more than a day is asked again after one. */
    private static Duration bounded(Duration asked) {
        return asked.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : asked;
    }
}
