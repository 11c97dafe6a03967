// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/**
 * Records and questions for records. What the fields of a kind mean is said by its own type ({@code Todo} and its
 * siblings). Reading what does not fit throws {@code protocol.malformed}.
 */
public final class RecordCodec {

    private RecordCodec() {}

    public static JsonObject write(DataRecord row) {
        return new Out()
                .text("kind", row.kind())
                .text("id", row.id())
                .number("revision", row.revision())
                .value("fields", row.fields())
                .instant("createdAt", row.createdAt())
                .instant("updatedAt", row.updatedAt())
                .object();
    }

    public static DataRecord read(JsonObject json) {
        In in = new In(json);
        return new DataRecord(
                kind(in),
                in.id("id", RecordId::new),
                in.number("revision"),
                in.object("fields"),
                in.instant("createdAt"),
                in.instant("updatedAt"));
    }

    public static JsonObject write(RecordQuery query) {
        Map<String, JsonValue> equal = new LinkedHashMap<>();
        query.equal().keySet().stream()
                .sorted()
                .forEach(name -> equal.put(
                        name, java.util.Objects.requireNonNull(query.equal().get(name))));
        return new Out()
                .text("kind", query.kind())
                .value("equal", new JsonObject(equal))
                .text("text", query.text())
                .number("limit", query.limit())
                .object();
    }

    public static RecordQuery readQuery(JsonObject json) {
        In in = new In(json);
        return In.checked(
                "the query",
                () -> new RecordQuery(
                        kind(in),
                        in.has("equal") ? in.object("equal").members() : Map.of(),
                        in.textOrNull("text"),
                        in.smallNumber("limit")));
    }

    private static RecordKind kind(In in) {
        return in.parsed("kind", "a kind of record like user-profile", RecordKind::new);
    }
}
