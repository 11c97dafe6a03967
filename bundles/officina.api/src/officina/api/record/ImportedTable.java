// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.util.List;
import officina.api.id.RecordId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Uuids;

/**
 * Rows of a table that came out of a database of another program: record kind {@code imported-table}.
 *
 * @param digest SHA-256 of the database's file
 * @param name of the table
 * @param part from 1: a table of many rows takes several records
 * @param rows each an object of column names and values
 */
public record ImportedTable(String digest, String name, int part, List<JsonValue> rows) {

    public ImportedTable {
        rows = List.copyOf(rows);
        if (part < 1) {
            throw new IllegalArgumentException("parts are numbered from 1");
        }
    }

    /** The record of that part. */
    public static RecordId idOf(String digest, String name, int part) {
        return new RecordId(Uuids.derived("imported-table", digest, name, Integer.toString(part)));
    }

    public static ImportedTable from(JsonObject fields) {
        return new ImportedTable(
                fields.requireText("digest"),
                fields.requireText("name"),
                Math.toIntExact(fields.number("part", 0)),
                fields.items("rows"));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("digest", digest)
                .with("name", name)
                .with("part", part)
                .with("rows", new JsonArray(rows));
    }
}
