// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Todo;
import org.jspecify.annotations.Nullable;

/**
 * Records in memory, with the behaviour of the real handle: revisions, {@code record.invalid} and
 * {@code record.missing}, a completed to-do knows when. Identifiers count up, so that tests know them. For one thread.
 */
public final class InMemoryRecordAccess implements RecordAccess {

    private final Map<RecordId, DataRecord> records = new LinkedHashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final InstantSource clock;

    public InMemoryRecordAccess(InstantSource clock) {
        this.clock = clock;
    }

    /** The identifier of the n-th record created, counted from 1. */
    public static RecordId id(int number) {
        return new RecordId(new UUID(0, number));
    }

    /** Every change so far, such as {@code create todo}, oldest first. */
    public List<String> writes() {
        return List.copyOf(writes);
    }

    @Override
    public List<DataRecord> list(RecordQuery query) {
        return records.values().stream()
                .filter(record -> matches(record, query))
                .sorted(Comparator.comparing(DataRecord::updatedAt)
                        .thenComparing(DataRecord::id)
                        .reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        return Optional.ofNullable(records.get(id))
                .filter(record -> record.kind().equals(kind));
    }

    @Override
    public DataRecord create(RecordKind kind, JsonObject fields) {
        RecordId id = id(records.size() + deleted() + 1);
        DataRecord record = new DataRecord(kind, id, 1, canonical(kind, fields), clock.instant(), clock.instant());
        records.put(id, record);
        writes.add("create " + kind);
        return record;
    }

    @Override
    public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
        DataRecord old = get(kind, id).orElseThrow(InMemoryRecordAccess::missing);
        JsonObject fields = canonical(kind, old.fields().merge(changes).withoutNulls());
        DataRecord record = new DataRecord(kind, id, old.revision() + 1, fields, old.createdAt(), clock.instant());
        records.put(id, record);
        writes.add("update " + kind);
        return record;
    }

    @Override
    public void delete(RecordKind kind, RecordId id) {
        DataRecord _ = get(kind, id).orElseThrow(InMemoryRecordAccess::missing);
        records.remove(id);
        writes.add("delete " + kind);
    }

    private int deleted() {
        return (int)
                writes.stream().filter(write -> write.startsWith("delete ")).count();
    }

    private static boolean matches(DataRecord record, RecordQuery query) {
        return record.kind().equals(query.kind())
                && query.equal().entrySet().stream()
                        .allMatch(wanted ->
                                wanted.getValue().equals(record.fields().get(wanted.getKey())))
                && hasWords(record, query.text());
    }

    private static boolean hasWords(DataRecord record, @Nullable String text) {
        if (text == null) {
            return true;
        }
        StringBuilder all = new StringBuilder();
        for (JsonValue value : record.fields().members().values()) {
            if (value instanceof JsonText(String words)) {
                all.append(words.toLowerCase(Locale.ROOT)).append('\n');
            }
        }
        return List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .allMatch(word -> all.indexOf(word) >= 0);
    }

    private JsonObject canonical(RecordKind kind, JsonObject fields) {
        if (!kind.equals(RecordKind.TODO)) {
            return fields.withoutNulls();
        }
        try {
            boolean done = "done".equals(fields.text("status"));
            JsonObject dated = done && fields.has("completedAt")
                    ? fields
                    : fields.with("completedAt", done ? clock.instant() : null).withoutNulls();
            return Todo.from(dated).fields();
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.of(
                            "record.invalid",
                            ErrorKind.USER,
                            "The todo cannot be saved: " + e.getMessage() + ".",
                            "Correct the field and try again."),
                    e);
        }
    }

    private static FailureException missing() {
        return new FailureException(
                Failure.of("record.missing", ErrorKind.USER, "The record is gone.", "Look at the list again."));
    }
}
