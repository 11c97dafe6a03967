// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.ApprovalId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Project;
import officina.base.Progress;
import officina.core.run.Journal;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.core.run.SessionTail;
import officina.core.run.SnapshotBuilder;
import officina.engine.Activity;
import officina.engine.Automations;
import officina.engine.Corrections;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.History;
import officina.engine.Keys;
import officina.engine.Knowledge;
import officina.engine.MailAccounts;
import officina.engine.Models;
import officina.engine.PersonalData;
import officina.engine.Plugins;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.engine.RemovedSessions;
import officina.engine.RunRef;
import officina.engine.Runs;
import officina.engine.Sample;
import officina.engine.Sessions;
import officina.engine.SettingsService;
import officina.engine.Subscription;
import officina.engine.Todos;
import officina.engine.TransferredSession;
import officina.engine.TurnRequest;
import officina.engine.UntrackedProject;
import officina.testkit.InMemoryJournal;

/** An engine over a journal in memory: as many projects as a test wants, runs that wait for ever, exports as
 * long as wanted, and nothing else. */
final class SampleEngine implements Engine, Projects, Sessions, Runs {

    static final Failure MISSING = Failure.of("session.missing", ErrorKind.USER, "There is none.", "Look elsewhere.");

    static final Failure ENDED = Failure.of(Progress.CANCELLED, ErrorKind.USER, "Ended.", "Nothing was left behind.");

    /** More than anybody waits for. */
    static final long ENDLESS = Long.MAX_VALUE - 1;

    final Journal journal = new InMemoryJournal(InstantSource.system());
    final AtomicInteger waiting = new AtomicInteger();
    final AtomicInteger atWork = new AtomicInteger();
    final CountDownLatch gate = new CountDownLatch(1);
    volatile List<ProjectItem> projects = List.of();
    volatile boolean gated;
    /** Of an export. */
    volatile long pieces = 1_000;

    final AtomicInteger raised = new AtomicInteger();
    volatile boolean windowless;

    Served served() {
        return new Served(this, history(), () -> !windowless && raised.incrementAndGet() > 0);
    }

    static List<ProjectItem> projects(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ProjectItem(
                        new RecordId(new java.util.UUID(1, i)),
                        new Project(name + i, new RecordId(new java.util.UUID(2, 0)), List.of(), i == 0)))
                .toList();
    }

    @Override
    public List<ProjectItem> list() {
        atWork.incrementAndGet();
        try {
            if (gated) {
                gate.await();
            }
            return projects;
        } catch (InterruptedException e) {
            throw new IllegalStateException("requests are not interrupted", e);
        } finally {
            atWork.decrementAndGet();
        }
    }

    @Override
    public RunState await(RunId run) throws InterruptedException {
        waiting.incrementAndGet();
        try {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody counts down");
        } finally {
            waiting.decrementAndGet();
        }
    }

    @Override
    public RemovedSessions delete(SessionId session, Progress progress) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    public RemovedSessions clean(Progress progress) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    public TransferredSession exportTo(SessionId session, Path file, Progress progress) {
        atWork.incrementAndGet();
        try {
            for (long done = 0; done <= pieces; done++) {
                if (!progress.goOn(done, pieces)) {
                    throw new FailureException(ENDED);
                }
                LockSupport.parkNanos(50_000);
            }
            return new TransferredSession(session, "Papers", pieces);
        } finally {
            atWork.decrementAndGet();
        }
    }

    @Override
    public TransferredSession importFrom(Path file, boolean asCopy, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rename(SessionId session, String title) {
        throw new FailureException(MISSING);
    }

    @Override
    public void cancel(RunId run) {
        throw new IllegalStateException("a defect that speaks of Xylophonmarkierung");
    }

    /** Its events; of their short forms only a session's whole one. */
    private History history() {
        return new History() {
            @Override
            public long position() {
                return journal.lastPosition();
            }

            @Override
            public Subscription subscribe(long fromPosition, Consumer<EventEnvelope> listener) {
                return journal.subscribeAll(fromPosition, listener)::close;
            }

            @Override
            public List<EventEnvelope> session(SessionId session) {
                SnapshotBuilder builder = new SnapshotBuilder(session);
                journal.read(session, 1, Integer.MAX_VALUE).forEach(builder::add);
                return builder.build().essence();
            }

            @Override
            public List<EventEnvelope> tail(SessionId session, int count) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<EventEnvelope> run(RunId run) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public SessionTail tail(SessionId session, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener) {
        return journal.subscribe(session, fromSeq, listener)::close;
    }

    @Override
    public Subscription subscribeAll(Consumer<EventEnvelope> listener) {
        return history().subscribe(journal.lastPosition() + 1, listener);
    }

    @Override
    public List<SessionSummary> list(SessionQuery query) {
        return List.of();
    }

    @Override
    public Optional<SessionSummary> find(SessionId session) {
        return Optional.empty();
    }

    @Override
    public SessionState state(SessionId session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunRef start(TurnRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RunSummary> list(RunQuery query) {
        return List.of();
    }

    @Override
    public RunState state(RunId run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<EventEnvelope> events(RunId run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void approve(RunId run, ApprovalId approval, int revision, List<StepId> steps) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refuse(RunId run, ApprovalId approval, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revise(RunId run, ExecutionPlan edited) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void answer(RunId run, QuestionId question, String answer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(RunId run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunRef undo(RunId run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProjectItem add(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UntrackedProject untrack(RecordId project, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Projects projects() {
        return this;
    }

    @Override
    public Sessions sessions() {
        return this;
    }

    @Override
    public Runs runs() {
        return this;
    }

    @Override
    public Todos todos() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettingsService settings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Activity activity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Diagnostics diagnostics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Keys keys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PersonalData data() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Models models() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sample sample() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Knowledge knowledge() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Corrections corrections() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Plugins plugins() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MailAccounts mail() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Automations automations() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        journal.close();
    }
}
