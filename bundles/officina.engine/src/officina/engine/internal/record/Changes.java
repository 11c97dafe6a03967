// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/** Collects what one append will say. Sees the store and its own earlier changes. */
public final class Changes {

    private final Store store;
    private final Instant now;
    private final List<RunEvent> events = new ArrayList<>();
    private final Map<RecordId, Optional<DataRecord>> changed = new HashMap<>();

    Changes(Store store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /** An event that changes no record. */
    public void add(RunEvent event) {
        events.add(event);
    }

    public Optional<DataRecord> find(RecordKind kind, RecordId id) {
        Optional<DataRecord> own = changed.get(id);
        return own == null ? store.get(kind, id) : own;
    }

    /** The record; {@code record.missing} where there is none. */
    public DataRecord require(RecordKind kind, RecordId id) {
        return find(kind, id).orElseThrow(() -> missing(kind));
    }

    public DataRecord create(RecordKind kind, RecordId id, JsonObject fields) {
        return put(kind, id, 1, fields, now);
    }

    /** Brings back a deleted record under its old id. */
    public DataRecord restore(RecordChanged deleted) {
        return put(deleted.kind(), deleted.id(), deleted.revision() + 1, requireFields(deleted.before()), now);
    }

    /** Sets the given fields; a change that changes nothing is no event. */
    public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
        return replace(kind, id, require(kind, id).fields().merge(changes).withoutNulls());
    }

    /** Replaces all fields. */
    public DataRecord replace(RecordKind kind, RecordId id, JsonObject fields) {
        DataRecord before = require(kind, id);
        JsonObject after = canonical(kind, id, fields);
        if (after.equals(before.fields())) {
            return before;
        }
        DataRecord record = new DataRecord(kind, id, before.revision() + 1, after, before.createdAt(), now);
        changed.put(id, Optional.of(record));
        events.add(
                new RecordChanged(kind, id, RecordChange.UPDATED, record.revision(), before.fields(), record.fields()));
        return record;
    }

    public DataRecord delete(RecordKind kind, RecordId id) {
        DataRecord before = require(kind, id);
        changed.put(id, Optional.empty());
        events.add(new RecordChanged(kind, id, RecordChange.DELETED, before.revision() + 1, before.fields(), null));
        return before;
    }

    /** Deletes a record for good: what it was is not told either, so that nothing can bring it back. */
    public void forget(RecordKind kind, RecordId id) {
        DataRecord before = require(kind, id);
        changed.put(id, Optional.empty());
        events.add(new RecordChanged(kind, id, RecordChange.DELETED, before.revision() + 1, null, null));
    }

    List<RunEvent> events() {
        return events;
    }

    private DataRecord put(RecordKind kind, RecordId id, long revision, JsonObject fields, Instant createdAt) {
        if (find(kind, id).isPresent()) {
            throw new FailureException(Failure.of(
                    "record.exists", ErrorKind.USER, "There is already a " + kind + " with this identifier.", null));
        }
        JsonObject after = canonical(kind, id, fields);
        DataRecord record = new DataRecord(kind, id, revision, after, createdAt, now);
        changed.put(id, Optional.of(record));
        events.add(new RecordChanged(kind, id, RecordChange.CREATED, revision, null, after));
        return record;
    }

    private JsonObject canonical(RecordKind kind, RecordId id, JsonObject fields) {
        JsonObject after = RecordRules.canonical(kind, fields, now);
        if (kind.equals(RecordKind.PROVIDER_ACCOUNT)) {
            checkOnlyOne(kind, id, after.requireText("name"), "model.account-exists");
        } else if (kind.equals(RecordKind.MAIL_ACCOUNT)) {
            checkOnlyOne(kind, id, after.requireText("name"), "mail.account-exists");
        }
        return after;
    }

    /** People name an account, so there is one of a name, also where an undo brings one back. */
    private void checkOnlyOne(RecordKind kind, RecordId id, String name, String code) {
        Stream<DataRecord> stored =
                store.list(RecordQuery.all(kind)).stream().filter(record -> !changed.containsKey(record.id()));
        Stream<DataRecord> own = changed.values().stream()
                .flatMap(Optional::stream)
                .filter(record -> record.kind().equals(kind));
        if (Stream.concat(stored, own)
                .anyMatch(record ->
                        !record.id().equals(id) && name.equals(record.fields().text("name")))) {
            throw new FailureException(Failure.of(
                    code,
                    ErrorKind.USER,
                    "There is an account \"" + name + "\" already.",
                    "Choose another name, or remove that one first."));
        }
    }

    private static JsonObject requireFields(@Nullable JsonObject fields) {
        if (fields == null) {
            throw new IllegalStateException("a deletion keeps the fields it removed");
        }
        return fields;
    }

    /** What is said of a record that is not there. */
    public static FailureException missing(RecordKind kind) {
        return new FailureException(Failure.of(
                "record.missing",
                ErrorKind.USER,
                "This " + kind + " is no longer there.",
                "It may have been deleted; look at the activity log."));
    }
}
