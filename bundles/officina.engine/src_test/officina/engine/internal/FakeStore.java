// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.core.run.OutlivedQuery;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.store.Store;
import officina.store.StoreHealth;
import org.jspecify.annotations.Nullable;

/** A store that knows how far it is, the records, and the runs it was told of; it may be made to fail. */
public final class FakeStore implements Store {

    private final AtomicInteger recoveries = new AtomicInteger();
    private final AtomicReference<@Nullable Runnable> afterNextGet = new AtomicReference<>();
    private volatile @Nullable Runnable trouble;
    private volatile long mark;
    private volatile List<RunSummary> runs = List.of();
    /** What was asked of it. */
    public final List<OutlivedQuery> outlived = new CopyOnWriteArrayList<>();

    private final Map<RecordId, DataRecord> records = new ConcurrentHashMap<>();
    private final Map<RecordId, Long> changed = new ConcurrentHashMap<>();

    /** What every {@link #apply} and {@link #recover} throws from now on; {@code null} for nothing. */
    public void fail(@Nullable RuntimeException with) {
        trouble = with == null
                ? null
                : () -> {
                    throw with;
                };
    }

    /** The same with an error. */
    public void failWith(Error with) {
        trouble = () -> {
            throw with;
        };
    }

    /** What happens once, when a record has been read and before the reader has it. */
    public void afterNextGet(Runnable meanwhile) {
        afterNextGet.set(meanwhile);
    }

    public int recoveries() {
        return recoveries.get();
    }

    public void hold(List<RunSummary> all) {
        runs = all;
    }

    @Override
    public long highWater() {
        return mark;
    }

    @Override
    public void apply(long after, List<EventEnvelope> events) {
        failIfAsked();
        for (EventEnvelope envelope : events) {
            if (envelope.event() instanceof RecordChanged change) {
                changed.put(change.id(), envelope.position());
                apply(change);
            }
        }
        mark = events.getLast().position();
    }

    private void failIfAsked() {
        Runnable first = trouble;
        if (first != null) {
            first.run();
        }
    }

    private void apply(RecordChanged change) {
        JsonObject fields = change.after();
        if (fields == null) {
            records.remove(change.id());
        } else {
            records.put(
                    change.id(),
                    new DataRecord(
                            change.kind(), change.id(), change.revision(), fields, Instant.EPOCH, Instant.EPOCH));
        }
    }

    @Override
    public void recover() {
        recoveries.incrementAndGet();
        failIfAsked();
    }

    @Override
    public boolean agreesWith(EventEnvelope event) {
        return true;
    }

    @Override
    public void reset() {
        mark = 0;
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        Optional<DataRecord> found = Optional.ofNullable(records.get(id));
        Runnable meanwhile = afterNextGet.getAndSet(null);
        if (meanwhile != null) {
            meanwhile.run();
        }
        return found;
    }

    @Override
    public List<DataRecord> list(RecordQuery query) {
        return records.values().stream()
                .filter(record -> record.kind().equals(query.kind())
                        && query.equal().entrySet().stream()
                                .allMatch(each -> each.getValue().equals(valueOf(record, each.getKey()))))
                .sorted(Comparator.comparing((DataRecord record) -> changed.getOrDefault(record.id(), 0L))
                        .reversed())
                .limit(query.limit())
                .toList();
    }

    /** A field that is absent is as good as {@code null}. */
    private static JsonValue valueOf(DataRecord record, String field) {
        JsonValue value = record.fields().get(field);
        return value == null ? JsonNull.NULL : value;
    }

    @Override
    public List<SessionSummary> sessions(SessionQuery query) {
        return List.of();
    }

    @Override
    public List<SessionId> outlived(OutlivedQuery query) {
        outlived.add(query);
        return List.of();
    }

    @Override
    public Optional<SessionSummary> session(SessionId id) {
        return Optional.empty();
    }

    @Override
    public List<RunSummary> runs(RunQuery query) {
        return runs;
    }

    @Override
    public Optional<RunSummary> run(RunId id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    @Override
    public List<ActivityEntry> activity(ActivityQuery query) {
        return List.of();
    }

    @Override
    public List<String> activitySources() {
        return List.of();
    }

    @Override
    public StoreHealth health() {
        return new StoreHealth(mark, 1, 0, null, List.of());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
