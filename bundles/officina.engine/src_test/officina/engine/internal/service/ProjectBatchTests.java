// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonBoolean;
import officina.api.record.DataRecord;
import officina.api.record.Priority;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.base.Progress;
import officina.base.Uuids;
import officina.engine.UntrackedProject;
import officina.engine.internal.Bench;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.retention.SessionRemover;
import officina.engine.internal.start.FirstRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project that has more of a kind than one append is to tell. */
class ProjectBatchTests {

    private static final RecordId HOME = new RecordId(new UUID(7, 7));
    private static final RecordId GARDEN = new RecordId(new UUID(7, 8));
    private static final int BATCH = 4;

    private final Bench bench = new Bench();
    private final InstantSource clock = () -> Instant.EPOCH;
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, clock);
    private final Edits edits = new Edits(writer, clock);
    private final ProjectsService projects = new ProjectsService(
            bench.store,
            edits,
            new SessionRemover(bench.disk, bench.log, bench.store, writer, clock, HOME),
            clock,
            _ -> {},
            BATCH);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11})
    void nothing_of_it_is_left_however_much_there_was(int count) {
        fill(count);
        UntrackedProject done = projects.untrack(GARDEN);
        assertEquals(2 * count, done.records());
        assertEquals(1, projects.list().size());
        List<DataRecord> todos = bench.store.list(RecordQuery.all(RecordKind.TODO));
        List<DataRecord> settings = bench.store.list(RecordQuery.all(RecordKind.SETTING));
        assertEquals(count, todos.size());
        assertEquals(count, settings.size());
        assertTrue(todos.stream()
                .allMatch(each -> Todo.from(each.fields()).project().equals(HOME)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void one_that_is_cancelled_before_it_went_stays(int count) {
        fill(count);
        FailureException ended = assertThrows(FailureException.class, () -> projects.untrack(GARDEN, (_, _) -> false));
        assertEquals(Progress.CANCELLED, ended.failure().code());
        assertEquals(2, projects.list().size());
        assertEquals(
                2 * count, bench.store.list(RecordQuery.all(RecordKind.TODO)).size());
        projects.untrack(GARDEN);
        assertEquals(1, projects.list().size());
    }

    private void fill(int count) {
        edits.edit(
                HOME,
                "Made what there is",
                changes -> {
                    RecordId group = new RecordId(new UUID(7, 6));
                    FirstRecords.addProject(changes, HOME, new Project("Home", group, List.of(), true));
                    FirstRecords.addProject(changes, GARDEN, new Project("Garden", group, List.of(), false));
                    for (RecordId owner : List.of(HOME, GARDEN)) {
                        for (int i = 0; i < count; i++) {
                            changes.create(RecordKind.TODO, fresh(), todo(owner).fields());
                            changes.create(
                                    RecordKind.SETTING,
                                    fresh(),
                                    setting(owner, i).fields());
                        }
                    }
                    return count;
                },
                (made, _) -> made);
    }

    private RecordId fresh() {
        return new RecordId(Uuids.next(clock));
    }

    private static Todo todo(RecordId project) {
        return new Todo(project, "Water", "", Priority.LOW, TodoStatus.OPEN, null, null, List.of(), null);
    }

    private static Setting setting(RecordId project, int number) {
        return new Setting(SettingScope.PROJECT, project, "sample." + number, new JsonBoolean(true));
    }
}
