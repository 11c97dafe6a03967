// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.language.LanguageContext;
import officina.api.record.DataRecord;
import officina.api.record.Group;
import officina.api.record.IndexedFolder;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import officina.base.Progress;
import officina.base.Uuids;
import officina.engine.IndexedFolderItem;
import officina.engine.Knowledge;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.engine.Sample;
import officina.engine.UntrackedProject;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.Changes;
import officina.engine.internal.sample.SampleFiles;
import officina.engine.internal.sample.SampleScope;
import officina.engine.internal.sample.SampleTodos;
import officina.engine.internal.start.FirstRecords;

/** Makes the sample by one edit of its own project, and takes it away as any project. */
final class SampleService implements Sample {

    private static final String NAME = "Sample household";
    private static final String GROUP_NAME = "Sample";

    private final Edits edits;
    private final Projects projects;
    private final Knowledge knowledge;
    private final SampleScope scope;
    private final SampleFiles files;
    private final Supplier<LanguageContext> language;
    private final InstantSource clock;
    private final RecordId standardProject;

    /**
     * @param data the data folder
     * @param language says which day it is where the person is
     */
    SampleService(
            Edits edits,
            Projects projects,
            Knowledge knowledge,
            SampleScope scope,
            Path data,
            Supplier<LanguageContext> language,
            InstantSource clock,
            RecordId standardProject) {
        this.edits = edits;
        this.projects = projects;
        this.knowledge = knowledge;
        this.scope = scope;
        this.files = new SampleFiles(data);
        this.language = language;
        this.clock = clock;
        this.standardProject = standardProject;
    }

    @Override
    public Optional<ProjectItem> project() {
        return scope.project().map(SampleService::item);
    }

    private static ProjectItem item(DataRecord record) {
        return new ProjectItem(record.id(), Project.from(record.fields()));
    }

    @Override
    public ProjectItem add(Progress progress) {
        Path folder = files.write();
        ProjectItem made = project().orElseGet(() -> create(folder));
        IndexedFolderItem indexed = indexed(folder).orElseGet(() -> index(made.id(), folder));
        if (!indexed.folder().paused()) {
            knowledge.sync(indexed.id(), progress);
        }
        return made;
    }

    private Optional<IndexedFolderItem> indexed(Path folder) {
        return knowledge.folders().stream()
                .filter(each -> each.folder().path().equals(folder))
                .findFirst();
    }

    /** The person has taken the folder out of the index, or the data folder was moved. */
    private IndexedFolderItem index(RecordId project, Path folder) {
        RecordId id = new RecordId(Uuids.next(clock));
        return edits.edit(
                project,
                "Added the folder of the sample to the index",
                // under the lock of all changes
                changes -> indexed(folder).orElseGet(() -> create(changes, id, project, folder)),
                (item, _) -> item);
    }

    private static IndexedFolderItem create(Changes changes, RecordId id, RecordId project, Path folder) {
        IndexedFolder fresh = new IndexedFolder(folder, project, false);
        changes.create(RecordKind.INDEXED_FOLDER, id, fresh.fields());
        return new IndexedFolderItem(id, fresh);
    }

    private ProjectItem create(Path folder) {
        RecordId id = new RecordId(Uuids.next(clock));
        LocalDate today = language.get().today();
        return edits.edit(
                id,
                "Added the sample",
                changes -> project().orElseGet(() -> create(changes, id, folder, today)),
                (item, _) -> item);
    }

    private ProjectItem create(Changes changes, RecordId id, Path folder, LocalDate today) {
        if (changes.find(RecordKind.GROUP, SampleScope.GROUP).isEmpty()) {
            changes.create(RecordKind.GROUP, SampleScope.GROUP, new Group(GROUP_NAME).fields());
        }
        Project project = new Project(name(), SampleScope.GROUP, List.of(folder.toString()), false);
        FirstRecords.addProject(changes, id, project);
        create(changes, new RecordId(Uuids.next(clock)), id, folder);
        for (Todo todo : SampleTodos.around(today, id)) {
            changes.create(RecordKind.TODO, new RecordId(Uuids.next(clock)), todo.fields());
        }
        return new ProjectItem(id, project);
    }

    /** Somebody may have a project of that name. */
    private String name() {
        String name = NAME;
        for (int number = 2; isTaken(name); number++) {
            name = NAME + " " + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return projects.list().stream().anyMatch(each -> each.project().name().equalsIgnoreCase(name));
    }

    @Override
    public UntrackedProject remove(Progress progress) {
        ProjectItem sample = project()
                .orElseThrow(() -> new FailureException(Failure.of(
                        "project.missing",
                        ErrorKind.USER,
                        "There is no sample in this data folder.",
                        "Nothing has to be removed.")));
        UntrackedProject removed = projects.untrack(sample.id(), progress);
        files.delete();
        edits.edit(
                standardProject,
                "Removed the sample",
                changes -> changes.find(RecordKind.GROUP, SampleScope.GROUP)
                        .map(group -> changes.delete(RecordKind.GROUP, group.id()))
                        .isPresent(),
                (done, _) -> done);
        return removed;
    }
}
