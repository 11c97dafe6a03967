// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.base.Uuids;

/**
 * That a session came out of a file: record kind {@code session-import}. It is written before the session's events, and
 * says that the first of them tell what happened elsewhere: they change no record of this data folder.
 *
 * @param events how many of them
 * @param digest of the file, so that an import which was cut short goes on with the same file
 */
public record SessionImport(SessionId session, String title, long events, String digest) {

    public SessionImport {
        if (events < 1) {
            throw new IllegalArgumentException("a session that came out of a file has events");
        }
    }

    /** The record of that session, if it has one. */
    public static RecordId idOf(SessionId session) {
        return new RecordId(Uuids.derived("session-import", session.toString()));
    }

    public static SessionImport from(JsonObject fields) {
        return new SessionImport(
                new SessionId(UUID.fromString(fields.requireText("session"))),
                fields.requireText("title"),
                fields.number("events", 0),
                fields.requireText("digest"));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("session", session)
                .with("title", title)
                .with("events", events)
                .with("digest", digest);
    }
}
