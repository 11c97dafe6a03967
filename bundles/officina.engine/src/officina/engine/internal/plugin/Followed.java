// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/**
 * The records of a kind, in memory as in the store: a change holds as soon as it is written, whoever wrote it, an undo as
 * well, and whether or not the store can follow. Any thread.
 */
final class Followed<T> {

    private final Function<JsonObject, T> reader;
    private final Map<RecordId, T> all = new TreeMap<>();
    private Runnable changed = () -> {};

    /** What is stored, followed from now on. */
    Followed(Store store, RecordWriter writer, RecordKind kind, Function<JsonObject, T> reader) {
        this.reader = reader;
        writer.follow(kind, this::apply);
        store.list(RecordQuery.all(kind)).forEach(each -> put(each.id(), each.fields()));
    }

    private synchronized void put(RecordId id, JsonObject fields) {
        all.put(id, reader.apply(fields));
    }

    private void apply(RecordChanged change) {
        JsonObject fields = change.after();
        Runnable told;
        synchronized (this) {
            // first, so that what cannot be read counts no more
            all.remove(change.id());
            if (fields != null) {
                put(change.id(), fields);
            }
            told = changed;
        }
        told.run();
    }

    /** Calls it after each change, on the thread that made it; it returns at once. */
    synchronized void onChange(Runnable listener) {
        changed = listener;
    }

    synchronized List<T> all() {
        return List.copyOf(all.values());
    }
}
