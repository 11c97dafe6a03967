// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import officina.api.id.RecordId;
import officina.api.json.JsonObject;

/** What a list shows of a session: record kind {@code session}; the record's id is the session's id. */
public record SessionInfo(String title, RecordId project, SessionKind kind) {

    /** Longest title, in characters. */
    public static final int MAX_TITLE = 200;

    public SessionInfo {
        title = title.strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw new IllegalArgumentException("a session has a title of 1 to " + MAX_TITLE + " characters");
        }
    }

    public static SessionInfo from(JsonObject fields) {
        return new SessionInfo(
                fields.requireText("title"),
                Fields.id(fields, "project"),
                Fields.constant(fields, "kind", SessionKind.class, SessionKind.CONVERSATION));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY.with("title", title).with("project", project).with("kind", kind);
    }
}
