// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import java.util.List;
import officina.api.json.JsonObject;

/** Writes the JSON Schemas of the tools' inputs. */
final class Schema {

    private Schema() {}

    /** An object with these members and no others. */
    static JsonObject object(String description, JsonObject members, String... required) {
        return JsonObject.EMPTY
                .with("type", "object")
                .with("description", description)
                .with("properties", members)
                .with("required", List.of(required))
                .with("additionalProperties", false);
    }

    static JsonObject text(String description, int longest) {
        return JsonObject.EMPTY
                .with("type", "string")
                .with("description", description)
                .with("maxLength", longest);
    }

    static JsonObject choice(String description, String... values) {
        return JsonObject.EMPTY
                .with("type", "string")
                .with("description", description)
                .with("enum", List.of(values));
    }

    static JsonObject flag(String description) {
        return JsonObject.EMPTY.with("type", "boolean").with("description", description);
    }

    static JsonObject number(String description, int least, int most) {
        return JsonObject.EMPTY
                .with("type", "integer")
                .with("description", description)
                .with("minimum", least)
                .with("maximum", most);
    }

    /** The same, or {@code null}. */
    static JsonObject orNull(JsonObject schema) {
        return schema.with("type", List.of("string", "null"));
    }
}
