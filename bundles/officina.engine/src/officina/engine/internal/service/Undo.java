// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.event.RunKind;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import officina.base.Uuids;
import officina.core.run.RunState;
import officina.engine.RunRef;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;

/** Takes back what a run changed, last change first, as far as nobody has changed it since. */
final class Undo {

    private final RecordWriter writer;
    private final InstantSource clock;

    Undo(RecordWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    RunRef undo(RunState run) {
        List<RecordChanged> taken = run.undoable();
        if (taken.isEmpty()) {
            throw nothing("This run changed nothing that could be taken back.");
        }
        RunRef ref = new RunRef(run.head().session(), new RunId(Uuids.next(clock)));
        RunAddress address = new RunAddress(ref.session(), ref.run(), Origin.USER);
        return writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(
                    RunKind.UNDO, "Undo: " + run.head().title(), run.head().run(), null));
            changes.add(new RunEvent.RunFinished(true, takeBack(taken, changes)));
            return ref;
        });
    }

    private static String takeBack(List<RecordChanged> taken, Changes changes) {
        List<String> left = new ArrayList<>();
        List<String> homeless = new ArrayList<>();
        int undone = 0;
        for (RecordChanged change : taken.reversed()) {
            if (isHomeless(change, changes)) {
                homeless.add(nameOf(change));
            } else if (takeBack(change, changes)) {
                undone++;
            } else {
                left.add(nameOf(change));
            }
        }
        if (undone == 0) {
            throw left.isEmpty()
                    ? projectMissing(homeless)
                    : nothing("Everything this run changed has been changed again since.");
        }
        String done = undone == 1 ? "1 change taken back" : undone + " changes taken back";
        return done
                + (left.isEmpty() ? "" : "; changed since and left alone: " + String.join(", ", left))
                + (homeless.isEmpty()
                        ? ""
                        : "; left alone, because its project is gone: " + String.join(", ", homeless));
    }

    /** Whether what would come back belongs to a project that was forgotten since: no list would ever show it. */
    private static boolean isHomeless(RecordChanged change, Changes changes) {
        JsonObject before = change.before();
        if (before == null || !change.kind().equals(RecordKind.TODO)) {
            return false;
        }
        return changes.find(RecordKind.PROJECT, Todo.from(before).project()).isEmpty();
    }

    /** Whether the record was still as this change had left it. Later changes of the same run are taken back before. */
    private static boolean takeBack(RecordChanged change, Changes changes) {
        Optional<DataRecord> now = changes.find(change.kind(), change.id());
        return switch (change.change()) {
            case CREATED -> {
                boolean same = now.isPresent() && now.get().fields().equals(change.after());
                if (same) {
                    changes.delete(change.kind(), change.id());
                }
                yield same;
            }
            case UPDATED -> {
                JsonObject before = change.before();
                boolean same =
                        before != null && now.isPresent() && now.get().fields().equals(change.after());
                if (same && before != null) {
                    changes.replace(change.kind(), change.id(), before);
                }
                yield same;
            }
            case DELETED -> {
                if (now.isEmpty()) {
                    changes.restore(change);
                }
                yield now.isEmpty();
            }
        };
    }

    private static String nameOf(RecordChanged change) {
        JsonObject fields = change.after() == null ? change.before() : change.after();
        String title = fields == null ? null : fields.text("title");
        return title == null ? change.kind().name() : "\"" + title + "\"";
    }

    private static FailureException projectMissing(List<String> names) {
        return new FailureException(Failure.of(
                "undo.project-missing",
                ErrorKind.USER,
                "The project of " + String.join(", ", names) + " is gone, so that it cannot be brought back.",
                "Add it anew in another project."));
    }

    private static FailureException nothing(String message) {
        return new FailureException(Failure.of("undo.nothing", ErrorKind.USER, message, null));
    }
}
