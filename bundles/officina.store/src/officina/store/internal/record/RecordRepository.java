// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.protocol.Json;
import officina.store.internal.database.Conditions;
import officina.store.internal.database.Row;
import officina.store.internal.database.Sql;
import org.jspecify.annotations.Nullable;

/** Reads records. {@link RecordWriter} is the other half. */
public final class RecordRepository {

    private static final String SELECT =
            "select r.id, r.kind, r.revision, r.created_at, r.updated_at, r.changed_position,"
                    + " r.fields from data_record r";

    /** Rows read at once, at least: what is compared field by field in here may pass over many. */
    private static final int PAGE = 200;

    /** A record and the position of its last change. */
    private record Placed(long position, DataRecord record) {}

    public Optional<DataRecord> get(Sql sql, RecordKind kind, RecordId id) throws SQLException {
        return sql.find(RecordRepository::record, SELECT + " where r.id = ? and r.kind = ?", id.value(), kind.name());
    }

    public List<DataRecord> list(Sql sql, RecordQuery query) throws SQLException {
        RecordTable table = RecordTables.of(query.kind());
        Conditions columns = table == null ? null : columns(table, query.equal());
        if (table == null || columns == null) {
            return records(pages(sql, "", new Conditions(), query), query);
        }
        // a record that does not fit its kind's table is in no column, yet must be found
        List<Placed> fitting = pages(sql, " join " + table.name() + " t on t.id = r.id", columns, query);
        List<Placed> others = pages(sql, "", new Conditions().and("not r.typed"), query);
        return records(Stream.of(fitting, others).flatMap(Collection::stream).toList(), query);
    }

    private static List<DataRecord> records(List<Placed> found, RecordQuery query) {
        return found.stream()
                .sorted(Comparator.comparingLong(Placed::position).reversed())
                .limit(query.limit())
                .map(Placed::record)
                .toList();
    }

    /** What the wanted fields say about columns; {@code null} where they say nothing. */
    private static @Nullable Conditions columns(RecordTable table, Map<String, JsonValue> equal) {
        Conditions conditions = new Conditions();
        for (FieldColumn column : table.columns()) {
            JsonValue wanted = equal.get(column.field());
            if (wanted != null) {
                try {
                    Object value = column.value(wanted);
                    if (value == null) {
                        conditions.and("t." + column.name() + " is null");
                    } else {
                        conditions.and("t." + column.name() + " = ?", value);
                    }
                } catch (IllegalArgumentException e) {
                    // no column can have it; the fields themselves decide
                    continue;
                }
            }
        }
        return conditions.isEmpty() ? null : conditions;
    }

    /** Newest change first, page by page, until as many as wanted have exactly the wanted fields. */
    private static List<Placed> pages(Sql sql, String join, Conditions columns, RecordQuery query) throws SQLException {
        columns.and("r.kind = ?", query.kind().name()).contains("r.words", query.text());
        String select =
                SELECT + join + columns + " and r.changed_position < ?" + " order by r.changed_position desc limit ?";
        List<Placed> found = new ArrayList<>();
        int size = Math.max(PAGE, query.limit());
        List<Placed> page;
        long before = Long.MAX_VALUE;
        do {
            page = sql.list(RecordRepository::placed, select, columns.values(before, size));
            page.stream()
                    .filter(placed -> fits(placed.record().fields(), query.equal()))
                    .forEach(found::add);
            before = page.isEmpty() ? 0 : page.getLast().position();
        } while (page.size() == size && found.size() < query.limit());
        return found;
    }

    /** A field that is absent is as good as {@code null}. */
    private static boolean fits(JsonObject fields, Map<String, JsonValue> equal) {
        return equal.entrySet().stream().allMatch(wanted -> {
            JsonValue value = fields.get(wanted.getKey());
            return wanted.getValue().equals(value == null ? JsonNull.NULL : value);
        });
    }

    private static Placed placed(Row row) throws SQLException {
        return new Placed(row.number("changed_position"), record(row));
    }

    private static DataRecord record(Row row) throws SQLException {
        return new DataRecord(
                new RecordKind(row.text("kind")),
                new RecordId(row.uuid("id")),
                row.number("revision"),
                Json.parseObject(row.text("fields")),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
