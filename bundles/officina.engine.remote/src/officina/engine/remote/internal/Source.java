// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import java.util.function.ToLongFunction;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonObject;
import officina.engine.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is of.
 *
 * @param method the request that begins it
 * @param session of that session; {@code null} for all
 * @param from the parameter that says where it begins
 * @param number the number by which its events follow each other
 */
record Source(String method, @Nullable Object session, String from, ToLongFunction<EventEnvelope> number) {

    /** @param resumes whether events may have been missed since the last connection */
    JsonObject request(long subscription, long next, boolean resumes) {
        JsonObject request = JsonObject.EMPTY
                .with(Wire.SUBSCRIPTION, subscription)
                .withPresent("session", session)
                .with(from, next);
        return resumes ? request.with(Wire.RESUMES, true) : request;
    }
}
