// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The table of one record kind.
 *
 * @param type reads the fields as the kind's own type does; throws for what this version cannot show
 * @param lists the tables of its fields with many values
 * @param searched the fields that search looks at
 */
record RecordTable(
        RecordKind kind,
        String name,
        Function<JsonObject, ?> type,
        List<FieldColumn> columns,
        List<ListColumn> lists,
        List<String> searched) {

    /** The values of the columns, in their order; throws {@link IllegalArgumentException} where the fields do not fit. */
    List<@Nullable Object> values(JsonObject fields) {
        try {
            Object _ = type.apply(fields);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the fields are not those of a " + kind, e);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (FieldColumn column : columns) {
            values.add(column.value(fields.get(column.field())));
        }
        return values;
    }

    String insert() {
        String names = Stream.concat(Stream.of("id"), columns.stream().map(FieldColumn::name))
                .collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names + ") values (?" + ", ?".repeat(columns.size()) + ")";
    }

    String update() {
        String sets = columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));
        return "update " + name + " set " + sets + " where id = ?";
    }

    String delete() {
        return "delete from " + name + " where id = ?";
    }
}
