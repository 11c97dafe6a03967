// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonBoolean;
import officina.api.record.Group;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.api.record.UserProfile;
import officina.base.Uuids;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/** What every data folder holds from its first start: a group, the default project, its session of edits, the person. */
public final class FirstRecords {

    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;

    public FirstRecords(Store store, RecordWriter writer, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
    }

    /** The session of a project's direct edits. */
    public static SessionId editsOf(RecordId project) {
        return new SessionId(Uuids.derived("edits", project.toString()));
    }

    /** A project and its session of edits, told in that. */
    public static void addProject(Changes changes, RecordId id, Project project) {
        changes.create(RecordKind.PROJECT, id, project.fields());
        changes.create(
                RecordKind.SESSION,
                new RecordId(editsOf(id).value()),
                new SessionInfo("Edits", id, SessionKind.EDITS).fields());
    }

    /** The default project, made now where the folder is new. */
    public RecordId standardProject(UserProfile person) {
        return store
                .list(new RecordQuery(RecordKind.PROJECT, Map.of("standard", new JsonBoolean(true)), null, 1))
                .stream()
                .findFirst()
                .map(record -> record.id())
                .orElseGet(() -> create(person));
    }

    private RecordId create(UserProfile person) {
        RecordId group = new RecordId(Uuids.next(clock));
        RecordId project = new RecordId(Uuids.next(clock));
        SessionId edits = editsOf(project);
        RunAddress address =
                new RunAddress(edits, new RunId(Uuids.next(clock)), new Origin(List.of(PluginId.OFFICINA)));
        return writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, "First start", null, null));
            changes.create(RecordKind.GROUP, group, new Group("Personal").fields());
            addProject(changes, project, new Project("Home", group, List.of(), true));
            changes.create(RecordKind.USER_PROFILE, new RecordId(Uuids.next(clock)), person.fields());
            changes.add(new RunEvent.RunFinished(true, "The data folder is ready"));
            return project;
        });
    }
}
