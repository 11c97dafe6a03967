// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.base.Uuids;

/**
 * Where the person gets plug-ins: record kind {@code plugin-catalog}.
 *
 * @param place a whole path of a folder, or an address of one that begins with {@code https://}
 * @param name as its keepers signed it
 * @param number the highest that was seen: a lower one is older
 * @param keys that it was signed with then
 */
public record KnownCatalog(String place, String name, long number, List<PublisherKey> keys) {

    public static final RecordKind KIND = new RecordKind("plugin-catalog");

    public KnownCatalog {
        keys = List.copyOf(keys);
    }

    /** The record of the one at that place, if it has one. */
    public static RecordId idOf(String place) {
        return new RecordId(Uuids.derived("plugin-catalog", place));
    }

    public static KnownCatalog from(JsonObject fields) {
        return new KnownCatalog(
                fields.requireText("place"),
                fields.requireText("name"),
                fields.number("number", 0),
                fields.texts("keys").stream().map(PublisherKey::new).toList());
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("place", place)
                .with("name", name)
                .with("number", number)
                .with("keys", keys.stream().map(PublisherKey::text).toList());
    }
}
