// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.base.Uuids;
import officina.protocol.EventCodec;

/**
 * Gives the session, the runs and the calls in an event other identifiers, always the same ones for the same copy.
 *
 * @param known the identifiers to be replaced
 * @param from the session as the file names it
 * @param to what the copy is called
 */
record FreshIds(Set<String> known, SessionId from, SessionId to) {

    EventEnvelope of(EventEnvelope envelope) {
        return from.equals(to) ? envelope : EventCodec.read((JsonObject) replaced(EventCodec.write(envelope)));
    }

    private JsonValue replaced(JsonValue json) {
        return switch (json) {
            case JsonText(String text) when known.contains(text) -> new JsonText(fresh(text));
            case JsonArray(var items) ->
                new JsonArray(items.stream().map(this::replaced).toList());
            case JsonObject(var members) -> {
                Map<String, JsonValue> all = new LinkedHashMap<>();
                members.forEach((name, value) -> all.put(name, replaced(value)));
                yield new JsonObject(all);
            }
            default -> json;
        };
    }

    private String fresh(String id) {
        return id.equals(from.toString())
                ? to.toString()
                : Uuids.derived("session copy", to.toString(), id).toString();
    }
}
