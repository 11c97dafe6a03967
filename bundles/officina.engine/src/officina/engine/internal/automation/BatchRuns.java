// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import officina.api.batch.Automation;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.base.Redacted;
import officina.base.Threads;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.Grants;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginRegistry;
import officina.core.run.RunState;
import officina.engine.RunRef;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.run.BatchWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs of batch agents: begins them, does the work on a thread for each, and writes how they end. Any thread. */
final class BatchRuns implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BatchRuns.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);
    /** Between two tries to write how a run ended. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AutomationRecords records;
    private final EventLog events;
    private final PluginRegistry registry;
    private final Grants grants;
    private final BatchWork work;
    private final Proposals proposals;
    private final InstantSource clock;
    private final Runnable changed;
    private final ExecutorService executor = Threads.perTask("batch");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<RunId, Active> active = new ConcurrentHashMap<>();

    /** A run at work. */
    private static final class Active {

        private final PluginId plugin;
        private final Cause cause;
        private final CountDownLatch ended = new CountDownLatch(1);
        private @Nullable Thread thread;
        private boolean interrupted;
        private boolean cancelled;

        Active(PluginId plugin, Cause cause) {
            this.plugin = plugin;
            this.cause = cause;
        }

        synchronized void begin() {
            thread = Thread.currentThread();
            if (interrupted) {
                thread.interrupt();
            }
        }

        /** The thread does no more than write how it ended. */
        synchronized boolean endAndTellWhetherCancelled() {
            thread = null;
            Thread.interrupted();
            return cancelled;
        }

        synchronized void cancel() {
            cancelled = true;
            interrupt();
        }

        synchronized void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** @param changed told when one has ended and something else may begin */
    BatchRuns(
            AutomationRecords records,
            EventLog events,
            PluginRegistry registry,
            Grants grants,
            BatchWork work,
            Proposals proposals,
            InstantSource clock,
            Runnable changed) {
        this.records = records;
        this.events = events;
        this.registry = registry;
        this.grants = grants;
        this.work = work;
        this.proposals = proposals;
        this.clock = clock;
        this.changed = changed;
    }

    boolean isAtWork(PluginId plugin) {
        return active.values().stream().anyMatch(each -> each.plugin.equals(plugin));
    }

    /** How many are at work that nobody asked for. */
    long byThemselves() {
        return active.values().stream()
                .filter(each -> each.cause != Cause.PERSON)
                .count();
    }

    /**
     * Begins a run, or writes down why there is none: a permission that it cannot do without is missing, or its service.
     *
     * @param due when it should have begun
     */
    RunRef begin(PluginInfo plugin, Cause cause, Instant due, JsonObject given) {
        BatchEntry entry = registry.batchAgent(plugin.id()).orElse(null);
        String title = entry == null ? plugin.id().value() : entry.descriptor().name();
        RunAddress address = records.address(plugin.id(), cause == Cause.PERSON);
        RunRef ref = new RunRef(address.session(), address.run());
        List<Permission> missing = grants.missing(plugin);
        if (!missing.isEmpty()) {
            skip(plugin.id(), title, cause, address, missing);
        } else if (entry == null) {
            records.write(address, changes -> {
                records.begin(changes, address, plugin.id(), title);
                Ended ended = Ended.failed(notThere(plugin.id()));
                return end(changes, address, plugin.id(), begun(address, cause), ended(cause, ended), Duration.ZERO);
            });
        } else {
            work(entry, title, cause, due, given, address);
        }
        return ref;
    }

    private void work(BatchEntry entry, String title, Cause cause, Instant due, JsonObject given, RunAddress address) {
        PluginId plugin = entry.plugin().id();
        Active one = new Active(plugin, cause);
        active.put(address.run(), one);
        try {
            LastRun begun = begun(address, cause);
            Automation known = records.write(address, changes -> {
                records.begin(changes, address, plugin, title);
                return records.put(
                        changes,
                        plugin,
                        before -> withLast(
                                cause == Cause.PERSON
                                        ? before
                                        : AutomationRecords.with(
                                                before,
                                                AutomationRecords.standing(before)
                                                        .begun(begun.startedAt())),
                                begun));
            });
            BatchTrigger trigger = new BatchTrigger(cause, due, known.lastSuccess(), given);
            executor.execute(() -> work(entry, trigger, address, begun, one));
        } catch (RuntimeException | Error e) {
            active.remove(address.run());
            throw e;
        }
    }

    private LastRun begun(RunAddress address, Cause cause) {
        return new LastRun(address.session(), address.run(), cause, clock.instant());
    }

    private void work(BatchEntry entry, BatchTrigger trigger, RunAddress address, LastRun begun, Active one) {
        long start = System.nanoTime();
        try {
            one.begin();
            Ended ended = work(entry, trigger, address);
            Ended written = ended(trigger.cause(), one.endAndTellWhetherCancelled() ? Ended.cancelled() : ended);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            write(address, entry.plugin().id(), begun, written, took);
        } finally {
            active.remove(address.run());
            one.ended.countDown();
            changed.run();
        }
    }

    private Ended work(BatchEntry entry, BatchTrigger trigger, RunAddress address) {
        try {
            return Ended.done(work.run(entry, trigger, address));
        } catch (InterruptedException e) {
            return isClosing() ? Ended.closed() : Ended.failed(Ended.unexpected());
        } catch (FailureException e) {
            log.info("a run of {} failed: {}", entry.plugin().id(), e.failure().code());
            return isClosing() ? Ended.closed() : Ended.failed(e.failure());
        } catch (RuntimeException | Error e) {
            log.error("a run of {} failed", entry.plugin().id(), Redacted.of(e));
            return isClosing() ? Ended.closed() : Ended.failed(Ended.unexpected());
        }
    }

    private static Ended ended(Cause cause, Ended ended) {
        return cause == Cause.PERSON ? ended.asked() : ended;
    }

    /** Again and again while the disk has no room for it; what is never written is found at the next start. */
    private void write(RunAddress address, PluginId plugin, LastRun begun, Ended ended, Duration took) {
        boolean written = false;
        while (!written) {
            try {
                if (ended.done() != null) {
                    proposals.propose(address, plugin, ended.done());
                }
                written = records.write(address, changes -> end(changes, address, plugin, begun, ended, took));
            } catch (FailureException e) {
                log.warn(
                        "the end of a run of {} cannot be written now: {}",
                        plugin,
                        e.failure().code());
                if (!e.failure().retryable() || closed()) {
                    return;
                }
            } catch (IllegalStateException e) {
                RunState state = events.state(address.session()).run(address.run());
                if (state == null || !state.phase().ended()) {
                    throw e;
                }
                return;
            }
        }
    }

    private boolean end(
            Changes changes, RunAddress address, PluginId plugin, LastRun begun, Ended ended, Duration took) {
        RunState state = events.state(address.session()).run(address.run());
        LastRun last = told(
                begun,
                ended,
                took,
                state == null ? begun.cost() : state.totals().costs().sum());
        records.put(changes, plugin, before -> ended(before, last, ended));
        if (ended.done() != null) {
            proposals.end(changes, address, plugin, ended.done());
        }
        changes.add(ended.event());
        return true;
    }

    private static LastRun told(LastRun begun, Ended ended, Duration took, BigDecimal cost) {
        return new LastRun(
                begun.session(),
                begun.run(),
                begun.cause(),
                begun.startedAt(),
                ended.ending(),
                took,
                cost,
                ended.text(),
                ended.counts());
    }

    private Automation ended(Automation before, LastRun last, Ended ended) {
        Automation after = AutomationRecords.with(
                before, ended.standing().apply(AutomationRecords.standing(before), clock.instant()));
        LastRun newest = before.last();
        boolean overtaken = newest != null && newest.startedAt().isAfter(last.startedAt());
        Automation told = overtaken ? after : withLast(after, last);
        return last.ending() == Ending.DONE ? withSuccess(told, last.startedAt()) : told;
    }

    /** Nothing is called; that it was not is a run all the same, so that it is seen where all else is. */
    private void skip(PluginId plugin, String title, Cause cause, RunAddress address, List<Permission> missing) {
        String text =
                "Not run: it may not " + missing.stream().map(BatchRuns::words).collect(Collectors.joining(", ")) + ".";
        Ended skipped = new Ended(
                new RunEvent.RunFinished(false, text),
                Ending.SKIPPED,
                text,
                List.of(),
                (standing, now) -> standing.refused(now));
        records.write(address, changes -> {
            records.begin(changes, address, plugin, title);
            missing.forEach(each ->
                    changes.add(new RunEvent.AccessDenied(new AccessRecord(plugin, each, "run", each.resource()))));
            return end(changes, address, plugin, begun(address, cause), ended(cause, skipped), Duration.ZERO);
        });
    }

    private static String words(Permission permission) {
        String resource = permission.resource();
        return permission.type().meaning() + (resource.equals(Permission.ANY) ? "" : " \"" + resource + "\"");
    }

    private static Automation withLast(Automation automation, LastRun last) {
        return new Automation(
                automation.plugin(),
                automation.paused(),
                automation.since(),
                automation.failures(),
                automation.retryAt(),
                automation.lastSuccess(),
                last);
    }

    private static Automation withSuccess(Automation automation, Instant at) {
        return new Automation(
                automation.plugin(),
                automation.paused(),
                automation.since(),
                automation.failures(),
                automation.retryAt(),
                at,
                automation.last());
    }

    /** Begun again after a pause: it may be a plug-in that is only late. */
    private static Failure notThere(PluginId plugin) {
        return new Failure(
                "batch.not-there",
                ErrorKind.RESOURCE,
                "It is not available now.",
                "\"officina plugins why " + plugin + "\" says why.",
                true,
                null);
    }

    /** What was at work when the program ended is tried again after a pause. */
    void mend(PluginId plugin) {
        // looked at twice: the end of one that ends meanwhile is written before it is no more at work
        LastRun last = leftAtWork(plugin) == null ? null : leftAtWork(plugin);
        if (last != null) {
            Ended ended = ended(last.cause(), Ended.closed());
            records.change(
                    plugin,
                    "Found what was interrupted",
                    before -> ended(before, told(last, ended, last.took(), last.cost()), ended));
        }
    }

    private @Nullable LastRun leftAtWork(PluginId plugin) {
        LastRun last = records.find(plugin).map(Automation::last).orElse(null);
        return last != null && last.ending() == Ending.WORKING && !active.containsKey(last.run()) ? last : null;
    }

    /** Whether that run is one of these; stops it, and returns when it has ended or does not listen for 10 s. */
    boolean cancel(RunId run) {
        Active one = active.get(run);
        if (one == null) {
            return false;
        }
        one.cancel();
        await(one, CANCEL_LIMIT);
        return true;
    }

    private static void await(Active one, Duration limit) {
        try {
            if (!one.ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("a run of {} does not stop", one.plugin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean closed() {
        try {
            return closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops all and waits for them; each is tried again after the next start. */
    @Override
    public void close() {
        closing.countDown();
        List<Active> all = List.copyOf(active.values());
        all.forEach(Active::interrupt);
        executor.shutdown();
        all.forEach(each -> await(each, CLOSE_LIMIT));
        work.close();
    }
}
