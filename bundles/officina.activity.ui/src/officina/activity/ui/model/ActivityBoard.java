// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.core.run.ActivityEntry;
import officina.engine.Activity;
import officina.engine.Sessions;
import officina.engine.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The activity log of one view: the newest entries, older ones as they are asked for, new ones as they come. Methods
 * return at once and may be called by any thread; the work is done in order by the given executor, which also calls the
 * listener.
 */
public final class ActivityBoard implements AutoCloseable {

    /** How many entries are read at a time. */
    public static final int PAGE = 500;

    /** With more new pages than this at once, the list starts anew at the top instead of filling the gap. */
    private static final int MOST_NEW_PAGES = 20;

    /**
     * What the view shows.
     *
     * @param entries newest first
     * @param complete whether there is nothing older
     * @param sources who occurs in the log
     */
    public record View(ActivityFilter filter, List<ActivityEntry> entries, boolean complete, List<String> sources) {

        /** Where the entry of that position stands; -1 where it does not. */
        public int indexOf(long position) {
            int low = 0;
            int high = entries.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                long found = entries.get(middle).position();
                if (found == position) {
                    return middle;
                }
                if (found > position) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -1;
        }
    }

    /** What the board tells. */
    public interface Listener {

        /** There is something new to show. */
        void shown(View view);

        /** The log cannot be read; {@link #reload} tries again. */
        void failed(FailureException failure);
    }

    private final Activity activity;
    private final Sessions sessions;
    private final ZoneId zone;
    private final Executor worker;
    private final Listener listener;

    private final Object subscribing = new Object();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean newer = new AtomicBoolean();
    private final AtomicBoolean older = new AtomicBoolean();
    private @Nullable Subscription events;

    // touched by the worker only
    private ActivityFilter filter = ActivityFilter.NONE;
    private List<ActivityEntry> entries = List.of();
    private List<String> sources = List.of();
    private boolean complete;

    /** The worker runs one task at a time, in order. */
    public ActivityBoard(Activity activity, Sessions sessions, ZoneId zone, Executor worker, Listener listener) {
        this.activity = activity;
        this.sessions = sessions;
        this.zone = zone;
        this.worker = worker;
        this.listener = listener;
    }

    /** Listens for events and reads the newest entries; call it once. */
    public void start(ActivityFilter firstFilter) {
        work(() -> {
            filter = firstFilter;
            synchronized (subscribing) {
                if (!closed.get()) {
                    events = sessions.subscribeAll(this::happened);
                }
            }
            load();
        });
    }

    /** Reads everything again. */
    public void reload() {
        work(this::load);
    }

    public void filter(ActivityFilter wanted) {
        work(() -> {
            if (!wanted.equals(filter)) {
                filter = wanted;
                load();
            }
        });
    }

    /** Reads the next older entries, unless they are being read or there are none. */
    public void older() {
        if (older.compareAndSet(false, true)) {
            work(() -> {
                older.set(false);
                readOlder();
            });
        }
    }

    /** Stops listening; work under way ends without being shown. */
    @Override
    public void close() {
        synchronized (subscribing) {
            closed.set(true);
            if (events != null) {
                events.close();
            }
        }
    }

    // --- work ---

    private void work(Runnable task) {
        worker.execute(() -> {
            if (closed.get()) {
                return;
            }
            try {
                task.run();
            } catch (FailureException e) {
                listener.failed(e);
            }
        });
    }

    /** Called by the engine's thread for each event; what is never in the log is passed over. */
    private void happened(EventEnvelope envelope) {
        boolean noise = envelope.event() instanceof RunEvent.TextDelta
                || envelope.event() instanceof RunEvent.Reasoning
                || envelope.event() instanceof RunEvent.Progress
                || envelope.event() instanceof RunEvent.LogLine;
        if (!noise && newer.compareAndSet(false, true)) {
            work(() -> {
                newer.set(false);
                readNewer();
            });
        }
    }

    private void load() {
        entries = activity.list(filter.query(zone, Long.MAX_VALUE, PAGE));
        complete = entries.size() < PAGE;
        sources = activity.sources();
        show();
    }

    private void readOlder() {
        if (complete || entries.isEmpty()) {
            return;
        }
        List<ActivityEntry> page =
                activity.list(filter.query(zone, entries.getLast().position(), PAGE));
        complete = page.size() < PAGE;
        List<ActivityEntry> all = new ArrayList<>(entries);
        all.addAll(page);
        entries = all;
        show();
    }

    private void readNewer() {
        long known = entries.isEmpty() ? 0 : entries.getFirst().position();
        List<ActivityEntry> fresh = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (int pages = 0; ; pages++) {
            if (pages == MOST_NEW_PAGES) {
                load();
                return;
            }
            List<ActivityEntry> page = activity.list(filter.query(zone, before, PAGE));
            List<ActivityEntry> unknown =
                    page.stream().filter(entry -> entry.position() > known).toList();
            fresh.addAll(unknown);
            if (unknown.size() < PAGE) {
                break;
            }
            before = page.getLast().position();
        }
        if (!fresh.isEmpty()) {
            fresh.addAll(entries);
            entries = fresh;
            sources = activity.sources();
            show();
        }
    }

    private void show() {
        listener.shown(new View(filter, List.copyOf(entries), complete, sources));
    }
}
