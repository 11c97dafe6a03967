// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.engine.RunRef;
import officina.todo.ui.model.UndoStack.Change;
import org.junit.jupiter.api.Test;

class UndoStackTests {

    private static final Change ADDED = new Change("Added", List.of(run(1)));
    private static final Change DELETED = new Change("Deleted", List.of(run(2)));

    private static RunRef run(long number) {
        return new RunRef(new SessionId(new UUID(1, 1)), new RunId(new UUID(2, number)));
    }

    @Test
    void the_newest_change_is_undone_first() {
        assertEquals(
                Optional.of(DELETED), UndoStack.EMPTY.done(ADDED).done(DELETED).toUndo());
    }

    @Test
    void redo_undoes_the_run_that_undid() {
        UndoStack stack = UndoStack.EMPTY.done(ADDED).undone(List.of(run(3)));
        assertEquals(Optional.empty(), stack.toUndo());
        assertEquals(Optional.of(new Change("Added", List.of(run(3)))), stack.toRedo());
    }

    @Test
    void what_was_done_again_can_be_undone_again() {
        UndoStack stack = UndoStack.EMPTY.done(ADDED).undone(List.of(run(3))).redone(List.of(run(4)));
        assertEquals(Optional.of(new Change("Added", List.of(run(4)))), stack.toUndo());
        assertEquals(Optional.empty(), stack.toRedo());
    }

    @Test
    void a_new_change_ends_redo() {
        UndoStack stack = UndoStack.EMPTY.done(ADDED).undone(List.of(run(3))).done(DELETED);
        assertEquals(Optional.empty(), stack.toRedo());
    }

    @Test
    void what_cannot_be_undone_is_forgotten() {
        assertEquals(
                Optional.of(ADDED),
                UndoStack.EMPTY.done(ADDED).done(DELETED).undoFailed().toUndo());
    }

    @Test
    void only_the_newest_changes_are_remembered() {
        UndoStack stack = UndoStack.EMPTY;
        for (int i = 0; i < UndoStack.LIMIT + 5; i++) {
            stack = stack.done(new Change("Change " + i, List.of(run(i))));
        }
        assertEquals(UndoStack.LIMIT, stack.undoable().size());
        assertEquals("Change 5", stack.undoable().getFirst().text());
    }
}
