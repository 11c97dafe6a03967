// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import officina.api.json.JsonObject;

/** A group of projects: record kind {@code group}. Its settings hold for all of them. */
public record Group(String name) {

    public static Group from(JsonObject fields) {
        return new Group(fields.requireText("name"));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY.with("name", name);
    }
}
