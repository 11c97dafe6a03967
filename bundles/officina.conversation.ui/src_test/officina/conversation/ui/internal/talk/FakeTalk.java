// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Project;
import officina.api.record.SettingScope;
import officina.base.Progress;
import officina.conversation.ui.model.SessionScript;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunState;
import officina.core.run.RunSummary;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.core.run.SessionTail;
import officina.core.settings.SettingDefinition;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.engine.RemovedSessions;
import officina.engine.RunRef;
import officina.engine.Runs;
import officina.engine.Sessions;
import officina.engine.SettingsService;
import officina.engine.Subscription;
import officina.engine.TransferredSession;
import officina.engine.TurnRequest;
import officina.engine.UntrackedProject;
import officina.testkit.ui.FakeModels;
import officina.testkit.ui.PartialEngine;
import org.jspecify.annotations.Nullable;

/** An engine with one session, told by a script; notes what it was asked to do. */
public final class FakeTalk implements Sessions, Runs, SettingsService {

    private static final RecordId PROJECT = new RecordId(new UUID(0, 1));

    public final FakeModels models = new FakeModels();
    public final SessionScript script = new SessionScript();
    public final List<String> did = new CopyOnWriteArrayList<>();
    public List<SessionSummary> listed = List.of();
    public volatile boolean tour = true;
    /** The machine has nothing to work with. */
    public volatile boolean bare;

    public volatile @Nullable Failure failing;
    /** An export ends only when it is cancelled. */
    public volatile boolean endless;
    /** Until then no message arrives. */
    public volatile CountDownLatch arriving = new CountDownLatch(0);

    private final List<Consumer<EventEnvelope>> listeners = new CopyOnWriteArrayList<>();

    /** An engine that has this, one project, and nothing else. */
    public Engine engine() {
        Projects projects = new Projects() {
            @Override
            public List<ProjectItem> list() {
                return List.of(new ProjectItem(PROJECT, new Project("Home", PROJECT, List.of(), true)));
            }

            @Override
            public ProjectItem add(String name) {
                throw new UnsupportedOperationException("nobody adds projects here");
            }

            @Override
            public UntrackedProject untrack(RecordId project, Progress progress) {
                throw new UnsupportedOperationException("nobody untracks projects here");
            }
        };
        return PartialEngine.of(this, projects, models, new FakeSurroundings(this), new FakeCorrections(this));
    }

    public FakeTalk() {
        script.listen(event -> listeners.forEach(listener -> listener.accept(event)));
    }

    @Override
    public RunRef start(TurnRequest request) {
        try {
            if (!arriving.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the message arrive");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        note("start " + request.mode() + " "
                + (request.model() == null ? "" : "by " + request.model() + ": ")
                + (request.project() == null ? "" : "in the sample: ")
                + request.message().plainText()
                + files(request.message()));
        script.asks(request.message().plainText());
        return new RunRef(script.state().session(), script.run());
    }

    private static String files(Message message) {
        return message.parts().stream()
                .filter(ContentPart.File.class::isInstance)
                .map(part -> " with " + ((ContentPart.File) part).name())
                .collect(Collectors.joining());
    }

    @Override
    public SessionState state(SessionId session) {
        return script.state();
    }

    @Override
    public SessionTail tail(SessionId session, int count) {
        return SessionTail.of(state(session), count);
    }

    @Override
    public Subscription subscribe(SessionId session, long fromSeq, Consumer<EventEnvelope> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Subscription subscribeAll(Consumer<EventEnvelope> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public List<SessionSummary> list(SessionQuery query) {
        note("list " + query.text());
        return new ArrayList<>(listed);
    }

    @Override
    public void rename(SessionId session, String title) {
        note("rename " + title);
    }

    @Override
    public void approve(RunId run, ApprovalId approval, int revision, List<StepId> steps) {
        note("approve " + revision + " " + steps);
    }

    @Override
    public void refuse(RunId run, ApprovalId approval, String reason) {
        note("refuse");
    }

    @Override
    public void answer(RunId run, QuestionId question, String answer) {
        note("answer " + answer);
    }

    @Override
    public void cancel(RunId run) {
        note("cancel");
    }

    @Override
    public void resume(RunId run) {
        note("resume");
    }

    @Override
    public RunRef undo(RunId run) {
        note("undo");
        return new RunRef(script.state().session(), run);
    }

    void note(String what) {
        did.add(what);
        Failure trouble = failing;
        if (trouble != null) {
            throw new FailureException(trouble);
        }
    }

    @Override
    public SettingValue get(String key, @Nullable RecordId project) {
        return new SettingValue(
                key, key.equals(SettingsCatalog.WELCOME) ? new JsonBoolean(tour) : new JsonText("plan"), null);
    }

    @Override
    public Optional<SessionSummary> find(SessionId session) {
        return Optional.empty();
    }

    @Override
    public List<RunSummary> list(RunQuery query) {
        return List.of(new RunSummary(
                new RunId(new UUID(0, 2)),
                script.state().session(),
                RunKind.TURN,
                "Passport",
                RunPhase.INTERRUPTED,
                null,
                Instant.EPOCH,
                null,
                null));
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
    public RunState await(RunId run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revise(RunId run, ExecutionPlan edited) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SettingDefinition> definitions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void set(String key, SettingScope scope, @Nullable RecordId owner, JsonValue value) {
        note("set " + key + " " + value);
        tour = false;
    }

    @Override
    public Subscription onChange(Consumer<String> listener) {
        return () -> {};
    }

    @Override
    public RemovedSessions delete(SessionId session, Progress progress) {
        note("delete " + session.value().getLeastSignificantBits());
        return new RemovedSessions(1, 12, 3_000);
    }

    @Override
    public RemovedSessions clean(Progress progress) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    public TransferredSession exportTo(SessionId session, Path file, Progress progress) {
        note("export to " + file.getFileName());
        while (endless && progress.goOn(45, 100)) {
            LockSupport.parkNanos(1_000_000);
        }
        if (endless) {
            did.add("export ended");
            throw new FailureException(Failure.of(
                    Progress.CANCELLED, ErrorKind.USER, "The export was cancelled.", "Nothing was left behind."));
        }
        return new TransferredSession(session, "old", 1);
    }

    @Override
    public TransferredSession importFrom(Path file, boolean asCopy, Progress progress) {
        did.add("import " + file.getFileName() + (asCopy ? " as copy" : ""));
        if (!asCopy) {
            throw new FailureException(Failure.of("session.exists", ErrorKind.USER, "It is here already.", null));
        }
        return new TransferredSession(script.state().session(), "Brought", 2);
    }
}
