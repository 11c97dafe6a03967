// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.base.Uuids;

/**
 * That a deleted session is still to be taken out of the files: record kind {@code session-removal}. It is written
 * together with the deletion and deleted when nothing of the session is left.
 *
 * @param imported how many of its events, from the first on, tell what happened elsewhere: {@link SessionImport#events}
 */
public record SessionRemoval(SessionId session, long imported) {

    /** The record of that session, if it has one. */
    public static RecordId idOf(SessionId session) {
        return new RecordId(Uuids.derived("session-removal", session.toString()));
    }

    public static SessionRemoval from(JsonObject fields) {
        return new SessionRemoval(
                new SessionId(UUID.fromString(fields.requireText("session"))), fields.number("imported", 0));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY.with("session", session).with("imported", imported);
    }
}
