// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.record;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.record.RecordKind;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.store.Store;

/** Changes records: reads, decides and appends under one lock, so that no change is made on stale fields. */
public final class RecordWriter {

    private final EventLog log;
    private final Store store;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RecordKind, Consumer<RecordChanged>> followers = new ConcurrentHashMap<>();

    public RecordWriter(EventLog log, Store store, InstantSource clock) {
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Tells of each change of a record of that kind, in their order, once it is durable and before the next change. The
     * store may not show it yet, or for as long as something keeps it from it.
     */
    public void follow(RecordKind kind, Consumer<RecordChanged> follower) {
        followers.put(kind, follower);
    }

    /**
     * Lets the body say what changes, then appends all of it or nothing. On return it is durable and the store shows it.
     */
    public <T> T write(RunAddress address, Function<Changes, T> body) {
        lock.lock();
        try {
            log.settle();
            Changes changes = new Changes(store, clock.instant());
            T result = body.apply(changes);
            if (!changes.events().isEmpty()) {
                log.append(address, changes.events());
                tell(changes.events());
                log.settle();
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void tell(List<RunEvent> events) {
        for (RunEvent event : events) {
            if (event instanceof RecordChanged change) {
                Consumer<RecordChanged> follower = followers.get(change.kind());
                if (follower != null) {
                    follower.accept(change);
                }
            }
        }
    }
}
