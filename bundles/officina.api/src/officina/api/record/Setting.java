// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Uuids;
import org.jspecify.annotations.Nullable;

/**
 * One stored value: record kind {@code setting}.
 *
 * @param owner the group or project; {@code null} for the global scope
 * @param key as the settings reference lists it: {@code conversation.execution-mode}
 */
public record Setting(SettingScope scope, @Nullable RecordId owner, String key, JsonValue value) {

    public Setting {
        if ((scope == SettingScope.GLOBAL) != (owner == null)) {
            throw new IllegalArgumentException("a global setting has no owner, any other has one");
        }
    }

    public static Setting from(JsonObject fields) {
        JsonValue value = fields.get("value");
        return new Setting(
                Fields.constant(fields, "scope", SettingScope.class, SettingScope.GLOBAL),
                fields.has("owner") ? Fields.id(fields, "owner") : null,
                fields.requireText("key"),
                value == null ? JsonNull.NULL : value);
    }

    /** The record of what holds for the key in a conversation, so that it is found when that goes. */
    public static RecordId idIn(SessionId conversation, String key) {
        return new RecordId(Uuids.derived("setting", conversation.toString(), key));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("scope", scope)
                .withPresent("owner", owner)
                .with("key", key)
                .with("value", value);
    }
}
