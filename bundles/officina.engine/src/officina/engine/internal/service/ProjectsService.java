// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.Progress;
import officina.base.Uuids;
import officina.core.run.RunPhase;
import officina.core.run.SessionState;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.engine.RemovedSessions;
import officina.engine.UntrackedProject;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.Changes;
import officina.engine.internal.retention.RemovalSteps;
import officina.engine.internal.retention.SessionRemover;
import officina.engine.internal.start.FirstRecords;
import officina.store.Store;

/** Projects from the store. A project's own session of edits tells of it, so that it goes with the project. */
public final class ProjectsService implements Projects {

    private static final int MAX_NAME = 100;

    /** What is no session and of one project alone. */
    private static final List<Kept> KEPT = List.of(
            new Kept(RecordKind.TODO, "project"),
            new Kept(RecordKind.SETTING, "owner"),
            new Kept(RecordKind.GRANT, "owner"),
            new Kept(RecordKind.INDEXED_FOLDER, "project"));

    /** @param field says of which project a record is */
    private record Kept(RecordKind kind, String field) {}

    private final Store store;
    private final Edits edits;
    private final SessionRemover remover;
    private final InstantSource clock;
    private final Consumer<Set<RecordId>> foldersGone;
    private final int batch;

    /** @param foldersGone told which indexed folders have gone with a project */
    ProjectsService(
            Store store,
            Edits edits,
            SessionRemover remover,
            InstantSource clock,
            Consumer<Set<RecordId>> foldersGone) {
        this(store, edits, remover, clock, foldersGone, RecordQuery.MAX_LIMIT);
    }

    /**
     * With another size of appends, for tests.
     *
     * @param batch so many records of a kind are read and forgotten at once
     */
    ProjectsService(
            Store store,
            Edits edits,
            SessionRemover remover,
            InstantSource clock,
            Consumer<Set<RecordId>> foldersGone,
            int batch) {
        this.store = store;
        this.edits = edits;
        this.remover = remover;
        this.clock = clock;
        this.foldersGone = foldersGone;
        this.batch = batch;
    }

    @Override
    public List<ProjectItem> list() {
        return store.list(RecordQuery.all(RecordKind.PROJECT)).stream()
                .map(ProjectsService::item)
                .sorted(Comparator.comparing(item -> item.project().name()))
                .toList();
    }

    private static ProjectItem item(DataRecord record) {
        return new ProjectItem(record.id(), Project.from(record.fields()));
    }

    @Override
    public ProjectItem add(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > MAX_NAME || called.chars().anyMatch(Character::isISOControl)) {
            throw failure(
                    "project.invalid-name",
                    "The name of a project has 1 to " + MAX_NAME + " characters, all on one line.",
                    "Choose another name.");
        }
        RecordId id = new RecordId(Uuids.next(clock));
        return edits.edit(
                id,
                "Added a project",
                changes -> {
                    // under the lock of all changes
                    List<ProjectItem> all = list();
                    if (all.stream().anyMatch(each -> each.project().name().equalsIgnoreCase(called))) {
                        throw failure(
                                "project.exists",
                                "There is a project of that name already.",
                                "Choose another name; \"officina projects list\" shows those there are.");
                    }
                    RecordId group = all.stream()
                            .filter(each -> each.project().standard())
                            .findFirst()
                            .orElseThrow()
                            .project()
                            .group();
                    Project project = new Project(called, group, List.of(), false);
                    FirstRecords.addProject(changes, id, project);
                    return new ProjectItem(id, project);
                },
                (item, _) -> item);
    }

    @Override
    public UntrackedProject untrack(RecordId project, Progress progress) {
        Project found = store.get(RecordKind.PROJECT, project)
                .map(record -> Project.from(record.fields()))
                .orElseThrow(ProjectsService::missing);
        if (found.standard()) {
            throw failure(
                    "project.standard",
                    "This is the default project, which always exists.",
                    "Delete its conversations and to-dos one by one, or erase all data.");
        }
        SessionRemover.ask(progress);
        RemovalSteps steps = new RemovalSteps(progress);
        List<SessionId> sessions = sessions(project);
        while (sessions.size() == batch) {
            // more than one append should tell; each of them is whole, and the project is the last to go
            List<SessionId> some = sessions.stream()
                    .filter(each -> !each.equals(FirstRecords.editsOf(project)))
                    .toList();
            steps.next(step -> remover.remove(some, ProjectsService::isIdle, Origin.USER, step));
            sessions = sessions(project);
            if (sessions.containsAll(some)) {
                throw atWork();
            }
        }
        Set<RecordId> folders = of(project, RecordKind.INDEXED_FOLDER, "project")
                .map(DataRecord::id)
                .collect(Collectors.toSet());
        int[] records = {forgetFullBatches(project)};
        Set<SessionId> last = Set.copyOf(sessions);
        List<SessionId> rest = sessions;
        Consumer<Changes> all = changes -> {
            changes.require(RecordKind.PROJECT, project);
            if (!Set.copyOf(sessions(project)).equals(last)) {
                throw atWork();
            }
            List<DataRecord> kept = keptFor(project);
            kept.forEach(record -> changes.forget(record.kind(), record.id()));
            changes.forget(RecordKind.PROJECT, project);
            records[0] += kept.size();
        };
        try {
            steps.next(step -> remover.removeAll(
                            rest,
                            ProjectsService::isIdle,
                            "Untracked a project",
                            Origin.USER,
                            all,
                            // with some of its records gone it is too late to begin nothing
                            (done, bytes) -> step.goOn(done, bytes) || bytes == 0 && records[0] > 0)
                    .orElseThrow(ProjectsService::atWork));
        } finally {
            if (store.get(RecordKind.PROJECT, project).isEmpty()) {
                foldersGone.accept(folders);
            }
        }
        RemovedSessions removed = steps.removed();
        int conversations = removed.sessions() - (last.contains(FirstRecords.editsOf(project)) ? 1 : 0);
        return new UntrackedProject(found.name(), conversations, records[0], removed.events(), removed.bytes());
    }

    private List<SessionId> sessions(RecordId project) {
        return of(project, RecordKind.SESSION, "project")
                .map(record -> new SessionId(record.id().value()))
                .toList();
    }

    /** Forgets, in appends of their own, the records that one append should not tell all of; gives how many. */
    private int forgetFullBatches(RecordId project) {
        int forgotten = 0;
        for (Kept kept : KEPT) {
            List<DataRecord> some = of(project, kept.kind(), kept.field()).toList();
            while (some.size() == batch) {
                List<DataRecord> now = some;
                remover.removeAll(
                        List.of(),
                        ProjectsService::isIdle,
                        "Untracked a project",
                        Origin.USER,
                        changes -> now.forEach(record -> changes.forget(record.kind(), record.id())),
                        Progress.NONE);
                forgotten += now.size();
                some = of(project, kept.kind(), kept.field()).toList();
            }
        }
        return forgotten;
    }

    /** All of them; called when the full batches are gone. */
    private List<DataRecord> keptFor(RecordId project) {
        List<DataRecord> all = new ArrayList<>();
        for (Kept kept : KEPT) {
            List<DataRecord> some = of(project, kept.kind(), kept.field()).toList();
            if (some.size() == batch) {
                // so many are new that there may be more
                throw atWork();
            }
            all.addAll(some);
        }
        return all;
    }

    private Stream<DataRecord> of(RecordId project, RecordKind kind, String field) {
        return store.list(new RecordQuery(kind, Map.of(field, JsonValue.of(project)), null, batch)).stream();
    }

    private static boolean isIdle(SessionState session) {
        return session.runs().stream().noneMatch(run -> run.phase() == RunPhase.RUNNING);
    }

    static FailureException missing() {
        return failure(
                "project.missing",
                "There is no such project in this data folder.",
                "\"officina projects list\" shows those there are.");
    }

    private static FailureException atWork() {
        return failure(
                "project.at-work",
                "Something is at work in this project.",
                "Cancel it or wait until it has ended, then try again.");
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
