// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.util.Iterator;
import java.util.Map;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;

/** JSON for people: one member a line, short arrays of scalars on one line. */
final class PrettyJson {

    private final StringBuilder text = new StringBuilder();

    private PrettyJson() {}

    static String of(JsonValue value) {
        PrettyJson pretty = new PrettyJson();
        pretty.value(value, "\n");
        return pretty.text.append('\n').toString();
    }

    private void value(JsonValue value, String indent) {
        switch (value) {
            case JsonObject(Map<String, JsonValue> members) when !members.isEmpty() -> object(members, indent);
            case JsonArray(var items)
            when items.stream().anyMatch(item -> item instanceof JsonObject) -> {
                String separator = "[";
                for (JsonValue item : items) {
                    text.append(separator).append(indent).append("  ");
                    value(item, indent + "  ");
                    separator = ",";
                }
                text.append(indent).append(']');
            }
            default -> text.append(Json.text(value));
        }
    }

    private void object(Map<String, JsonValue> members, String indent) {
        text.append('{');
        Iterator<Map.Entry<String, JsonValue>> each = members.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, JsonValue> member = each.next();
            text.append(indent).append("  ");
            text.append(Json.text(JsonValue.of(member.getKey()))).append(": ");
            value(member.getValue(), indent + "  ");
            text.append(each.hasNext() ? "," : "");
        }
        text.append(indent).append('}');
    }
}
