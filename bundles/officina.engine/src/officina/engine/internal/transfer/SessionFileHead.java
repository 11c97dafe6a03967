// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.time.DateTimeException;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.SessionInfo;
import officina.protocol.Json;

/**
 * The first line of a session file: what it is, and of what. The format is described in
 * {@code docs/reference/session-file.md}.
 *
 * @param events how many events follow
 */
record SessionFileHead(SessionId session, String title, long events) {

    static final String FORMAT = "officina.session";
    static final int VERSION = 1;

    SessionFileHead {
        if (title.isBlank() || title.length() > SessionInfo.MAX_TITLE || events < 1) {
            throw new IllegalArgumentException("not the head of a session file");
        }
    }

    JsonObject json(java.time.Instant now) {
        return JsonObject.EMPTY
                .with("format", FORMAT)
                .with("version", VERSION)
                .with("session", session)
                .with("title", title)
                .with("events", events)
                .with("schema", RunEvent.SCHEMA)
                .with("exportedAt", now);
    }

    /** {@code transfer.foreign}, {@code transfer.newer}. */
    static SessionFileHead parse(byte[] line) {
        JsonObject json;
        try {
            json = Json.parseObject(line);
        } catch (FailureException e) {
            throw SessionFileFailures.foreign();
        }
        if (!FORMAT.equals(json.text("format"))) {
            throw SessionFileFailures.foreign();
        }
        if (json.number("version", 0) > VERSION) {
            throw SessionFileFailures.newer();
        }
        try {
            return new SessionFileHead(
                    new SessionId(UUID.fromString(json.requireText("session"))),
                    json.requireText("title"),
                    json.number("events", 0));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw SessionFileFailures.damaged(1);
        }
    }
}
