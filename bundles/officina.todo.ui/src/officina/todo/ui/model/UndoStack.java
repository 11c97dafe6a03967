// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import officina.engine.RunRef;

/**
 * What can be taken back in the view and what can be done again. A change is one run or several; taking a run back is a
 * run as well, and taking that one back does the change again.
 */
public record UndoStack(List<Change> undoable, List<Change> redoable) {

    /** Nothing done yet. */
    public static final UndoStack EMPTY = new UndoStack(List.of(), List.of());

    /** How many changes are remembered. */
    public static final int LIMIT = 100;

    /** One change: what it was, in words, and the runs that take it back when undone, last first. */
    public record Change(String text, List<RunRef> runs) {
        public Change {
            runs = List.copyOf(runs);
        }
    }

    public UndoStack {
        undoable = newest(undoable);
        redoable = newest(redoable);
    }

    /** After a new change; what was taken back before cannot be done again. */
    public UndoStack done(Change change) {
        return new UndoStack(plus(undoable, change), List.of());
    }

    /** The change that undo takes back. */
    public Optional<Change> toUndo() {
        return undoable.isEmpty() ? Optional.empty() : Optional.of(undoable.getLast());
    }

    /** The change that redo does again. */
    public Optional<Change> toRedo() {
        return redoable.isEmpty() ? Optional.empty() : Optional.of(redoable.getLast());
    }

    /** After those runs took the newest change back. */
    public UndoStack undone(List<RunRef> by) {
        Change change = undoable.getLast();
        return new UndoStack(minusLast(undoable), plus(redoable, new Change(change.text(), by)));
    }

    /** After those runs did the newest undone change again. */
    public UndoStack redone(List<RunRef> by) {
        Change change = redoable.getLast();
        return new UndoStack(plus(undoable, new Change(change.text(), by)), minusLast(redoable));
    }

    /** Without the newest change, which could not be taken back. */
    public UndoStack undoFailed() {
        return new UndoStack(minusLast(undoable), redoable);
    }

    /** Without the newest undone change, which could not be done again. */
    public UndoStack redoFailed() {
        return new UndoStack(undoable, minusLast(redoable));
    }

    private static List<Change> plus(List<Change> changes, Change one) {
        List<Change> more = new ArrayList<>(changes);
        more.add(one);
        return more;
    }

    private static List<Change> minusLast(List<Change> changes) {
        return changes.subList(0, changes.size() - 1);
    }

    private static List<Change> newest(List<Change> changes) {
        return List.copyOf(changes.subList(Math.max(0, changes.size() - LIMIT), changes.size()));
    }
}
