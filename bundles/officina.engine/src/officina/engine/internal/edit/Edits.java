// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.edit;

import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Function;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.base.Uuids;
import officina.engine.RunRef;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.FirstRecords;

/** The person's direct edits: each a small run of one append, in the project's session of edits. */
public final class Edits {

    private final RecordWriter writer;
    private final InstantSource clock;

    public Edits(RecordWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Makes an edit; the result is made of what the body gives and the run. */
    public <T, R> R edit(RecordId project, String title, Function<Changes, T> body, BiFunction<T, RunRef, R> result) {
        RunRef ref = new RunRef(FirstRecords.editsOf(project), new RunId(Uuids.next(clock)));
        RunAddress address = new RunAddress(ref.session(), ref.run(), Origin.USER);
        T value = writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.EDIT, title, null, null));
            T made = body.apply(changes);
            changes.add(new RunEvent.RunFinished(true, title));
            return made;
        });
        return result.apply(value, ref);
    }
}
