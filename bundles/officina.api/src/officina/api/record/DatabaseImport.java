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
 * That a database of another program was imported whole and compared with what was stored: record kind
 * {@code database-import}.
 *
 * @param digest SHA-256 of its file
 * @param format {@code sqlite}, {@code h2}
 */
public record DatabaseImport(String digest, String format, List<Table> tables) {

    /**
     * A table of it.
     *
     * @param parts how many records hold its rows
     * @param sha256 of its rows, each as JSON with a line feed behind it
     */
    public record Table(String name, long rows, int parts, String sha256) {}

    public DatabaseImport {
        tables = List.copyOf(tables);
    }

    /** The record of the import of that file. */
    public static RecordId idOf(String digest) {
        return new RecordId(Uuids.derived("database-import", digest));
    }

    public static DatabaseImport from(JsonObject fields) {
        return new DatabaseImport(
                fields.requireText("digest"),
                fields.requireText("format"),
                fields.items("tables").stream()
                        .map(JsonObject.class::cast)
                        .map(each -> new Table(
                                each.requireText("name"),
                                each.number("rows", 0),
                                Math.toIntExact(each.number("parts", 0)),
                                each.requireText("sha256")))
                        .toList());
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("digest", digest)
                .with("format", format)
                .with(
                        "tables",
                        new JsonArray(tables.stream()
                                .<JsonValue>map(each -> JsonObject.EMPTY
                                        .with("name", each.name())
                                        .with("rows", each.rows())
                                        .with("parts", each.parts())
                                        .with("sha256", each.sha256()))
                                .toList()));
    }
}
