// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import officina.api.batch.Automation;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.base.Closeables;
import officina.base.Redacted;
import officina.base.Threads;
import officina.core.plugin.Grants;
import officina.core.plugin.PluginInfo;
import officina.core.schedule.Due;
import officina.core.schedule.Standing;
import officina.core.schedule.Timetable;
import officina.engine.RunRef;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.run.BatchWork;
import officina.engine.internal.run.RunServices;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins what is due by itself. It looks when something becomes due, when something changes, and at the clock every half
 * minute all the same, because a timer stands still while the machine sleeps. Any thread.
 */
public final class Scheduler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** So many work by themselves at a time; what is due then waits. */
    static final int MOST_AT_ONCE = 2;

    private final RunServices services;
    private final Grants grants;
    private final Edits edits;
    private final RecordId project;
    private final Supplier<ZoneId> zone;
    private final Predicate<String> off;
    private final InstantSource clock;
    private final AutomationRecords records;
    private final BatchRuns runs;
    private final BlockingQueue<Boolean> wake = new ArrayBlockingQueue<>(1);
    private final Closeables owned = new Closeables();
    private volatile boolean closed;

    /**
     * @param project that all of it works in
     * @param zone of the machine
     * @param off whether the person has switched off a bundle
     */
    public Scheduler(
            RunServices services,
            Grants grants,
            Edits edits,
            RecordId project,
            Supplier<ZoneId> zone,
            Predicate<String> off) {
        this.services = services;
        this.grants = grants;
        this.edits = edits;
        this.project = project;
        this.zone = zone;
        this.off = off;
        this.clock = services.clock();
        this.records = new AutomationRecords(services.store(), services.writer(), clock, project);
        this.runs = owned.own(new BatchRuns(
                records,
                services.log(),
                services.plugins(),
                grants,
                new BatchWork(services, project),
                new Proposals(records, services.contexts(), project),
                clock,
                this::wake));
    }

    /** Begins to look, a little later, so that no start waits for it; once. */
    public void start(Duration first) {
        owned.own(grants.follow(_ -> wake()));
        Threads.start("automations", () -> loop(first));
    }

    private void loop(Duration first) {
        try {
            Duration wait = first;
            while (!closed) {
                wake.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
                if (!closed) {
                    wait = untilNext();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNext() {
        try {
            Instant next = look();
            Duration until = next == null ? LONGEST_WAIT : Duration.between(clock.instant(), next);
            return until.isNegative() || until.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : until;
        } catch (FailureException e) {
            log.warn("nothing is begun by itself now: {}", e.failure().code());
        } catch (RuntimeException e) {
            log.error("nothing was begun by itself", Redacted.of(e));
        }
        return LONGEST_WAIT;
    }

    private void wake() {
        wake.offer(true);
    }

    /** Begins what is due; when the next will be, {@code null} where nothing is. */
    synchronized @Nullable Instant look() {
        if (closed) {
            return null;
        }
        List<PluginInfo> all = declared();
        records.remember(all.stream().map(PluginInfo::id).toList());
        Instant earliest = null;
        for (PluginInfo plugin : all) {
            Instant next = lookAt(plugin);
            if (next != null && (earliest == null || next.isBefore(earliest))) {
                earliest = next;
            }
        }
        return earliest;
    }

    /** When it will be due, {@code null} where it has begun. What is the matter with one keeps no other from its time. */
    private @Nullable Instant lookAt(PluginInfo plugin) {
        try {
            runs.mend(plugin.id());
            correct(plugin.id());
            clearWhenAllowed(plugin);
            Due due = due(plugin).orElse(null);
            return due == null || beginIfReached(plugin, due) ? null : due.at();
        } catch (FailureException e) {
            log.warn("{} is not begun now: {}", plugin.id(), e.failure().code());
        } catch (RuntimeException e) {
            log.error("{} was not begun", plugin.id(), Redacted.of(e));
        }
        return null;
    }

    /** Keeps what holds since the clock was set back, or the next point would go along with the clock for ever. */
    private void correct(PluginId plugin) {
        Instant now = clock.instant();
        Standing known = records.find(plugin).map(AutomationRecords::standing).orElse(null);
        if (known != null && !known.by(now).equals(known)) {
            records.change(
                    plugin,
                    "The clock was set back: " + plugin,
                    before -> AutomationRecords.with(
                            before, AutomationRecords.standing(before).by(now)));
        }
    }

    private boolean beginIfReached(PluginInfo plugin, Due due) {
        Instant now = clock.instant();
        Timetable timetable = plugin.timetable();
        boolean busy = timetable != null && !timetable.overlaps() && runs.isAtWork(plugin.id());
        if (!due.isReached(now) || busy || runs.byThemselves() >= MOST_AT_ONCE) {
            return false;
        }
        Cause cause = due.retry() ? Cause.RETRY : due.isMissed(now) ? Cause.CATCH_UP : Cause.SCHEDULE;
        runs.begin(plugin, cause, due.point(), JsonObject.EMPTY);
        return true;
    }

    /** What was not allowed and is now need not wait for the end of its pause. */
    private void clearWhenAllowed(PluginInfo plugin) {
        Automation known = records.find(plugin.id()).orElse(null);
        if (known != null
                && known.failures() > 0
                && wasSkipped(known)
                && grants.missing(plugin).isEmpty()) {
            records.change(
                    plugin.id(),
                    "Allowed again: " + plugin.id(),
                    before -> AutomationRecords.with(
                            before, AutomationRecords.standing(before).cleared(clock.instant())));
        }
    }

    private static boolean wasSkipped(Automation automation) {
        LastRun last = automation.last();
        return last != null && last.ending() == Ending.SKIPPED;
    }

    /** Those that manifests declare, at work or not; by id. */
    public List<PluginInfo> declared() {
        return services.plugins().declared().stream()
                .filter(each -> each.kind().equals(PluginInfo.BATCH))
                .sorted(Comparator.comparing(each -> each.id().value()))
                .toList();
    }

    /** How far one is, which nobody may have written down yet. */
    public Automation standing(PluginId plugin) {
        services.log().settle();
        return records.find(plugin)
                .orElseGet(() -> new Automation(plugin, false, clock.instant(), 0, null, null, null));
    }

    /** When one is due next by itself. */
    public Optional<Due> due(PluginInfo plugin) {
        if (off.test(plugin.bundle())) {
            return Optional.empty();
        }
        return Due.next(
                plugin.id().value(),
                plugin.timetable(),
                zone.get(),
                AutomationRecords.standing(standing(plugin.id())),
                clock.instant());
    }

    /**
     * Runs one now, because the person asks for it; whether it is paused or not, and whatever its schedule says.
     * {@code batch.busy} while it is at work.
     */
    public synchronized RunRef run(PluginInfo plugin, JsonObject given) {
        if (closed) {
            throw EventLog.closing();
        }
        Timetable timetable = plugin.timetable();
        boolean overlaps = timetable != null && timetable.overlaps();
        if (!overlaps && runs.isAtWork(plugin.id())) {
            throw new FailureException(Failure.of(
                    "batch.busy",
                    ErrorKind.USER,
                    "It is at work already.",
                    "Wait until it has ended, or cancel its run."));
        }
        return runs.begin(plugin, Cause.PERSON, clock.instant(), given);
    }

    /** Stops one from beginning by itself, as the person's edit, or lets it go on. What is at work goes on. */
    public void change(PluginId plugin, boolean paused) {
        edits.edit(
                project,
                (paused ? "Paused " : "Resumed ") + plugin,
                changes -> records.put(changes, plugin, before -> changed(before, paused)),
                (after, _) -> after);
        wake();
    }

    private Automation changed(Automation before, boolean paused) {
        Standing standing = AutomationRecords.standing(before);
        if (paused == standing.paused()) {
            return before;
        }
        return AutomationRecords.with(before, paused ? standing.stoppedByPerson() : standing.resumed(clock.instant()));
    }

    /** Whether a run of it is at work. */
    public boolean isAtWork(PluginId plugin) {
        return runs.isAtWork(plugin);
    }

    /** Whether that run is one of a batch agent at work; cancels it. */
    public boolean cancel(RunId run) {
        return runs.cancel(run);
    }

    /** Begins nothing any more, stops what is at work and waits for it. */
    @Override
    public void close() {
        // what is just being begun is there, and can be stopped
        synchronized (this) {
            closed = true;
        }
        wake();
        owned.close();
    }
}
