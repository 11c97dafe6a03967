// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.record.Priority;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SettingScope;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.core.run.RunState;
import officina.engine.internal.Bench;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is asked for a project that is not there: refused in words, and nothing is written. */
class ForgottenProjectTests {

    private static final RecordId HOME = new RecordId(new UUID(7, 7));
    private static final RecordId GARDEN = new RecordId(new UUID(7, 8));
    private static final RecordId ROSES = new RecordId(new UUID(8, 1));
    private static final RecordId MILK = new RecordId(new UUID(8, 2));
    private static final String KEY = "conversation.execution-mode";

    private final Bench bench = new Bench();
    private final InstantSource clock = () -> Instant.EPOCH;
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, clock);
    private final Edits edits = new Edits(writer, clock);
    private final SettingsStore settings =
            new SettingsStore(bench.store, edits, bench.disk, bench.projector, clock, HOME);
    private final Undo undo = new Undo(writer, clock);
    private int runs = 100;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_setting_is_kept_for_a_project_or_group_that_is_there_and_no_other() {
        add(RecordKind.PROJECT, HOME, project("Home"));
        settings.set(KEY, SettingScope.PROJECT, HOME, new JsonText("direct"));
        long position = bench.disk.lastPosition();
        for (var value : List.of(new JsonText("direct"), JsonNull.NULL)) {
            assertEquals(
                    "project.missing",
                    failureOf(() -> settings.set(KEY, SettingScope.PROJECT, GARDEN, value))
                            .code());
            assertEquals(
                    "record.missing",
                    failureOf(() -> settings.set(KEY, SettingScope.GROUP, GARDEN, value))
                            .code());
        }
        assertEquals(position, bench.disk.lastPosition());
        assertEquals(new JsonText("direct"), settings.get(KEY, HOME).value());
    }

    @Test
    void undo_brings_nothing_back_into_a_project_that_is_gone() {
        add(RecordKind.PROJECT, HOME, project("Home"));
        add(RecordKind.PROJECT, GARDEN, project("Garden"));
        add(RecordKind.TODO, ROSES, todo("Cut the roses", GARDEN));
        add(RecordKind.TODO, MILK, todo("Buy milk", HOME));
        RunState one = deletes(1, ROSES);
        RunState both = deletes(2, MILK);
        write(RunKind.EDIT, changes -> changes.forget(RecordKind.PROJECT, GARDEN));

        Failure refused = failureOf(() -> undo.undo(one));
        assertEquals("undo.project-missing", refused.code());
        assertEquals("The project of \"Cut the roses\" is gone, so that it cannot be brought back.", refused.message());
        assertEquals(Optional.empty(), bench.store.get(RecordKind.TODO, ROSES));

        undo.undo(both);
        assertEquals(
                List.of(MILK),
                bench.store.list(RecordQuery.all(RecordKind.TODO)).stream()
                        .map(record -> record.id())
                        .toList());
    }

    private RunState deletes(int number, RecordId todo) {
        RunAddress run = bench.begin(number);
        writer.write(run, changes -> changes.delete(RecordKind.TODO, todo));
        bench.log.append(run, List.of(new RunEvent.RunFinished(true, "Done")));
        return bench.state(run);
    }

    private void add(RecordKind kind, RecordId id, JsonObject fields) {
        write(RunKind.EDIT, changes -> changes.create(kind, id, fields));
    }

    private void write(RunKind kind, Consumer<Changes> body) {
        writer.write(Bench.address(++runs), changes -> {
            changes.add(new RunEvent.RunStarted(kind, "Edit", null, null));
            body.accept(changes);
            changes.add(new RunEvent.RunFinished(true, "Edit"));
            return true;
        });
    }

    private static JsonObject project(String name) {
        return new Project(name, new RecordId(new UUID(1, 1)), List.of(), name.equals("Home")).fields();
    }

    private static JsonObject todo(String title, RecordId project) {
        return new Todo(project, title, "", Priority.LOW, TodoStatus.OPEN, null, null, List.of(), null).fields();
    }

    private static Failure failureOf(Executable call) {
        return assertThrows(FailureException.class, call).failure();
    }
}
