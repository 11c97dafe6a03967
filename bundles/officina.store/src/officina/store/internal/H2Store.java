// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import officina.api.event.EventEnvelope;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
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
import officina.store.internal.activity.ActivityRepository;
import officina.store.internal.database.Database;
import officina.store.internal.database.OpenDatabase;
import officina.store.internal.database.SqlWork;
import officina.store.internal.database.StoreFailures;
import officina.store.internal.database.StoreFolder;
import officina.store.internal.record.RecordRepository;
import officina.store.internal.run.RunRepository;
import officina.store.internal.run.SessionRepository;
import org.jspecify.annotations.Nullable;

/** A store in an H2 database. */
final class H2Store implements Store {

    /** All that events make, in an order that no reference forbids to empty. */
    private static final List<String> TABLES =
            List.of("activity", "session_progress", "said", "tool_call", "run", "data_record");

    private final StoreFolder folder;
    private final InstantSource clock;
    private final RecordRepository records = new RecordRepository();
    private final RunRepository runs = new RunRepository();
    private final SessionRepository sessions = new SessionRepository();
    private final ActivityRepository activity = new ActivityRepository();
    private final List<String> remarks = new CopyOnWriteArrayList<>();

    /** What is said of the copy from before the tables were changed, while there is one. */
    private final AtomicReference<@Nullable String> ofCopy = new AtomicReference<>();

    /** Calls share it; closing takes it alone. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private OpenDatabase open;
    private boolean closed;
    private volatile long highWater;

    H2Store(StoreFolder folder, OpenDatabase open, InstantSource clock) {
        this.folder = folder;
        this.open = open;
        this.clock = clock;
        remarkDamage();
        Path copy = open.copy();
        if (copy != null) {
            String remark = "The store was arranged anew for this version. A copy from before is in "
                    + copy.getFileName() + "; it goes with the next start, or when something is deleted for good.";
            remarks.add(remark);
            ofCopy.set(remark);
        }
    }

    /** For tests: the one that is open now. */
    Database database() {
        return open.database();
    }

    private void remarkDamage() {
        Path aside = open.movedAside();
        if (aside != null) {
            remarks.add(
                    "The searchable copy of your data was damaged and is made anew from the journal. The damaged one"
                            + " was kept as " + aside.getFileName() + "; you may delete it.");
        }
    }

    /** Finds out how far the journal is applied; what older rules made is emptied. */
    void start() {
        Optional<Mark> mark = open.database().read(Mark::read);
        if (mark.isPresent() && mark.get().projection() > Mark.PROJECTION) {
            throw StoreFailures.newer();
        }
        if (mark.isPresent() && mark.get().projection() == Mark.PROJECTION) {
            highWater = mark.get().position();
        } else {
            reset();
        }
    }

    @Override
    public long highWater() {
        return highWater;
    }

    @Override
    public void apply(long after, List<EventEnvelope> events) {
        write(sql -> {
            Mark mark = Mark.read(sql).orElse(Mark.EMPTY);
            List<EventEnvelope> fresh = mark.fresh(after, events);
            if (fresh.isEmpty()) {
                return mark.position();
            }
            EventApplier applier = new EventApplier(sql, activity);
            for (EventEnvelope envelope : fresh) {
                applier.apply(envelope);
            }
            applier.finish();
            if (fresh.stream().anyMatch(H2Store::isForgotten)) {
                open.database().forget();
            }
            Mark next = Mark.at(fresh.getLast());
            next.write(sql);
            return next.position();
        });
        if (open.database().isOvergrown()) {
            reopenIf(Database::isOvergrown);
        }
        if (ofCopy.get() != null && events.stream().anyMatch(H2Store::isForgotten)) {
            forgetCopy();
        }
    }

    /** Whether something was deleted for good: not even its last fields are told. */
    private static boolean isForgotten(EventEnvelope envelope) {
        return envelope.event() instanceof RecordChanged change
                && change.change() == RecordChange.DELETED
                && change.before() == null;
    }

    /** The copy still has what was deleted. */
    private void forgetCopy() {
        String remark = ofCopy.getAndSet(null);
        if (remark != null && folder.forgetCopies()) {
            remarks.remove(remark);
        }
    }

    @Override
    public boolean agreesWith(EventEnvelope event) {
        return readOnce(Mark::read).equals(Optional.of(Mark.at(event)));
    }

    @Override
    public void reset() {
        write(sql -> {
            for (String table : TABLES) {
                sql.update("delete from " + table);
            }
            Mark.EMPTY.write(sql);
            return Mark.EMPTY.position();
        });
    }

    @Override
    public void recover() {
        reopenIf(Database::isBroken);
    }

    private void reopenIf(Predicate<Database> needed) {
        Lock alone = life.writeLock();
        alone.lock();
        try {
            if (!closed && needed.test(open.database())) {
                open.database().close();
                open = OpenDatabase.open(folder, clock.instant());
                remarkDamage();
                start();
            }
        } finally {
            alone.unlock();
        }
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        return readOnce(sql -> records.get(sql, kind, id));
    }

    @Override
    public List<DataRecord> list(RecordQuery query) {
        return read(sql -> records.list(sql, query));
    }

    @Override
    public List<SessionSummary> sessions(SessionQuery query) {
        return read(sql -> sessions.list(sql, query));
    }

    @Override
    public Optional<SessionSummary> session(SessionId id) {
        return readOnce(sql -> sessions.find(sql, id));
    }

    @Override
    public List<SessionId> outlived(OutlivedQuery query) {
        return read(sql -> sessions.outlived(sql, query));
    }

    @Override
    public List<RunSummary> runs(RunQuery query) {
        return read(sql -> runs.list(sql, query));
    }

    @Override
    public Optional<RunSummary> run(RunId id) {
        return readOnce(sql -> runs.find(sql, id));
    }

    @Override
    public List<ActivityEntry> activity(ActivityQuery query) {
        return read(sql -> activity.list(sql, query));
    }

    @Override
    public List<String> activitySources() {
        return read(activity::sources);
    }

    @Override
    public StoreHealth health() {
        return within(() -> new StoreHealth(highWater, open.schema(), folder.bytes(), open.movedAside(), remarks));
    }

    /** The work gives the new high-water mark. */
    private void write(SqlWork<Long> work) {
        within(() -> {
            open.database().write(work, mark -> highWater = mark);
            return highWater;
        });
    }

    private <T> T read(SqlWork<T> work) {
        return within(() -> open.database().read(work));
    }

    /** For work that asks one query and no more. */
    private <T> T readOnce(SqlWork<T> work) {
        return within(() -> open.database().readOnce(work));
    }

    private <T> T within(Supplier<T> call) {
        Lock shared = life.readLock();
        shared.lock();
        try {
            if (closed) {
                throw StoreFailures.closed();
            }
            return call.get();
        } finally {
            shared.unlock();
        }
    }

    @Override
    public void close() {
        Lock alone = life.writeLock();
        if (!take(alone)) {
            throw StoreFailures.busy();
        }
        try {
            if (!closed) {
                closed = true;
                open.database().close();
                folder.close();
            }
        } finally {
            alone.unlock();
        }
    }

    /** A call that does not return must not keep the process from ending: the files stay locked until then. */
    private boolean take(Lock alone) {
        try {
            return alone.tryLock(folder.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return alone.tryLock();
        }
    }
}
