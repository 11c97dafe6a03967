// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonNumber;
import officina.base.Progress;
import officina.base.Redacted;
import officina.base.Threads;
import officina.core.run.OutlivedQuery;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.settings.SettingsCatalog;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.engine.RemovedSessions;
import officina.engine.SettingsService;
import officina.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes conversations that a project does not want to keep any longer: all but the newest so many, or those in which
 * nothing has happened for so many days. One that is at work or waits for the person stays. Looks a minute after it is
 * started, so that no short command waits for it, and each hour after that, on a thread of its own.
 */
public final class Retention implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofHours(1);
    /** The notes of as many are read at once. */
    private static final int AT_ONCE = OutlivedQuery.MAX_LIMIT;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final Store store;
    private final Projects projects;
    private final SettingsService settings;
    private final SessionRemover remover;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;

    public Retention(
            Store store, Projects projects, SettingsService settings, SessionRemover remover, InstantSource clock) {
        this.store = store;
        this.projects = projects;
        this.settings = settings;
        this.remover = remover;
        this.clock = clock;
    }

    public void start() {
        thread = Threads.start("retention", this::run);
    }

    private void run() {
        try {
            boolean closed = closing.await(FIRST_PAUSE.toSeconds(), TimeUnit.SECONDS);
            while (!closed) {
                tryClean();
                closed = closing.await(PAUSE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryClean() {
        try {
            remover.finish();
            RemovedSessions removed = clean(Progress.NONE);
            if (removed.sessions() > 0) {
                log.info("{} conversations were deleted, as their projects are set", removed.sessions());
            }
        } catch (FailureException e) {
            log.warn("old conversations cannot be deleted now: {}", e.failure().code());
        } catch (RuntimeException e) {
            log.error("old conversations could not be deleted", Redacted.of(e));
        }
    }

    /** Deletes what is due now. */
    public RemovedSessions clean(Progress progress) {
        SessionRemover.ask(progress);
        RemovalSteps steps = new RemovalSteps(progress);
        for (ProjectItem project : projects.list()) {
            clean(project.id(), steps);
        }
        return steps.removed();
    }

    private void clean(RecordId project, RemovalSteps steps) {
        int most = count(SettingsCatalog.KEEP_SESSIONS, project);
        int days = count(SettingsCatalog.KEEP_DAYS, project);
        if (most == 0 && days == 0) {
            return;
        }
        Instant oldest = days == 0 ? null : clock.instant().minus(Duration.ofDays(days));
        OutlivedQuery query = new OutlivedQuery(project, most, oldest, AT_ONCE);
        List<SessionId> due = store.outlived(query);
        while (!due.isEmpty()) {
            List<SessionId> wanted = due;
            RemovedSessions now = steps.next(progress ->
                    remover.remove(wanted, Retention::hasEnded, new Origin(List.of(PluginId.OFFICINA)), progress));
            // those that somebody has written to meanwhile would come again
            due = now.sessions() < due.size() ? List.of() : store.outlived(query);
        }
    }

    /** Asked again when nothing can change any more: somebody may have written to it meanwhile. */
    private static boolean hasEnded(SessionState session) {
        return session.runs().stream().map(RunState::phase).allMatch(phase -> phase == RunPhase.NEW || phase.ended());
    }

    private int count(String key, RecordId project) {
        return settings.get(key, project).value() instanceof JsonNumber number ? (int) number.longValue() : 0;
    }

    /** Has whatever is being removed, for whom ever, end within moments; the next start goes on with it. */
    public void stop() {
        remover.stop();
        closing.countDown();
    }

    /** Stops, and ends the thread. */
    @Override
    public void close() {
        stop();
        Thread started = thread;
        try {
            if (started != null && !started.join(CLOSE_LIMIT)) {
                log.warn("deleting old conversations did not stop within {} s", CLOSE_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
