// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.Json;
import officina.store.internal.database.SearchText;
import officina.store.internal.database.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings records to where a change left them. */
public final class RecordWriter {

    private static final Logger log = LoggerFactory.getLogger(RecordWriter.class);

    private final Sql sql;

    public RecordWriter(Sql sql) {
        this.sql = sql;
    }

    /** Applies a change; whatever was there before does not matter. */
    public void apply(EventEnvelope envelope, RecordChanged change) throws SQLException {
        UUID id = change.id().value();
        JsonObject fields = change.after();
        if (fields == null) {
            sql.update("delete from data_record where id = ?", id);
            return;
        }
        if (change.change() == RecordChange.CREATED) {
            // one that was deleted and comes back is a new one
            sql.update("delete from data_record where id = ?", id);
        }
        String json = json(fields, change);
        if (json == null) {
            return;
        }
        RecordTable table = RecordTables.of(change.kind());
        List<@Nullable Object> columns = table == null ? null : columns(table, fields, change);
        Object[] common = {
            change.kind().name(),
            change.revision(),
            envelope.at(),
            envelope.position(),
            columns != null,
            json,
            SearchText.first(table == null ? texts(fields) : texts(fields, table.searched()))
        };
        if (update(id, common) == 0) {
            insert(id, envelope, common);
        }
        if (table != null) {
            fill(table, id, columns, fields);
        }
    }

    /** The fields as text; {@code null} where they are beyond the limits of a value, and the record stays as it was. */
    private static @Nullable String json(JsonObject fields, RecordChanged change) {
        try {
            return Json.text(fields);
        } catch (FailureException e) {
            log.warn("The {} {} is too large or too deep for the store", change.kind(), change.id());
            return null;
        }
    }

    private int update(UUID id, Object[] common) throws SQLException {
        Object[] values = Arrays.copyOf(common, common.length + 1);
        values[common.length] = id;
        return sql.update(
                "update data_record set kind = ?, revision = ?, updated_at = ?, changed_position = ?, typed = ?,"
                        + " fields = ?, words = ? where id = ?",
                values);
    }

    private void insert(UUID id, EventEnvelope envelope, Object[] common) throws SQLException {
        Object[] values = Arrays.copyOf(common, common.length + 2);
        values[common.length] = id;
        values[common.length + 1] = envelope.at();
        sql.update(
                "insert into data_record (kind, revision, updated_at, changed_position, typed, fields, words, id,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values);
    }

    /** The values of the kind's columns; {@code null} where the fields do not fit them (written by a newer version). */
    private static @Nullable List<@Nullable Object> columns(
            RecordTable table, JsonObject fields, RecordChanged change) {
        try {
            return table.values(fields);
        } catch (IllegalArgumentException e) {
            log.warn(
                    "The {} {} has fields that this version does not know; it is kept as it is",
                    change.kind(),
                    change.id());
            return null;
        }
    }

    private void fill(RecordTable table, UUID id, @Nullable List<@Nullable Object> columns, JsonObject fields)
            throws SQLException {
        if (columns == null) {
            sql.update(table.delete(), id);
            return;
        }
        List<@Nullable Object> values = new ArrayList<>(columns);
        values.add(id);
        if (sql.update(table.update(), values.toArray()) == 0) {
            values.removeLast();
            values.addFirst(id);
            sql.update(table.insert(), values.toArray());
        }
        for (ListColumn list : table.lists()) {
            fill(list, id, fields.texts(list.field()));
        }
    }

    private void fill(ListColumn list, UUID id, List<String> texts) throws SQLException {
        sql.update("delete from " + list.table() + " where " + list.owner() + " = ?", id);
        String insert = "insert into " + list.table() + " (" + list.owner() + ", place, " + list.column()
                + ") values (?, ?, ?)";
        for (int place = 0; place < texts.size(); place++) {
            sql.update(insert, id, place, texts.get(place));
        }
    }

    private static String texts(JsonObject fields, List<String> names) {
        return names.stream()
                .map(name -> {
                    String text = fields.text(name);
                    return text == null ? String.join("\n", fields.texts(name)) : text;
                })
                .collect(Collectors.joining("\n"));
    }

    /** All texts of a record of which nothing is known. */
    private static String texts(JsonObject fields) {
        return fields.members().values().stream()
                .map(RecordWriter::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonText(String text) ? text : "";
    }
}
