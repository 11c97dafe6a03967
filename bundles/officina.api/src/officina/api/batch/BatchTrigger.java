// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

import java.time.Instant;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Why a batch agent works now.
 *
 * @param due when it should have begun: a point of its schedule, the time of a retry, or the moment it was asked
 * @param lastSuccess when the last run began that did its work; {@code null} before the first
 * @param given what the person asked it with; empty where nobody asked
 */
public record BatchTrigger(
        Cause cause, Instant due, @Nullable Instant lastSuccess, JsonObject given) {

    /** What started the run. */
    public enum Cause {
        /** A point of its schedule. */
        SCHEDULE,
        /** Points of its schedule that were missed while the program was closed or the machine slept; one run for all. */
        CATCH_UP,
        /** It failed, and the pause after that is over. */
        RETRY,
        /** The person asked for it. */
        PERSON
    }
}
