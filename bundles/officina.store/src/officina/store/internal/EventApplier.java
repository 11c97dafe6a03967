// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.sql.SQLException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.record.RecordKind;
import officina.core.run.ActivityEntry;
import officina.store.internal.activity.ActivityProjection;
import officina.store.internal.activity.ActivityRepository;
import officina.store.internal.database.Sql;
import officina.store.internal.record.RecordWriter;
import officina.store.internal.run.RunWriter;

/** One transaction's worth of events on their way into the tables. */
final class EventApplier implements ActivityProjection.Names {

    private final Sql sql;
    private final RecordWriter records;
    private final RunWriter runs;
    private final ImportedHistories histories;
    private final ActivityRepository activity;
    private final ActivityProjection projection;

    EventApplier(Sql sql, ActivityRepository activity) {
        this.sql = sql;
        this.activity = activity;
        records = new RecordWriter(sql);
        runs = new RunWriter(sql);
        histories = new ImportedHistories(sql);
        projection = new ActivityProjection(this);
    }

    void apply(EventEnvelope envelope) throws SQLException {
        if (envelope.event() instanceof RunEvent.RecordChanged change && histories.mayChange(envelope, change)) {
            records.apply(envelope, change);
            histories.changed(change);
        }
        ActivityEntry entry = projection.entry(envelope);
        // the log tells what happened here
        if (entry != null && !histories.isFromElsewhere(envelope)) {
            activity.add(sql, entry, ActivityProjection.sought(envelope.event()));
        }
        // after the log, which names what this event forgets
        runs.apply(envelope);
        if (envelope.event() instanceof RunEvent.RecordChanged change
                && change.kind().equals(RecordKind.SESSION)
                && change.after() == null
                && !change.id().value().equals(envelope.session().value())) {
            runs.remove(change.id().value());
            activity.remove(sql, change.id().value());
        }
    }

    void finish() throws SQLException {
        runs.flush();
    }

    @Override
    public String planTitle(EventEnvelope envelope) throws SQLException {
        return runs.planTitle(envelope);
    }

    @Override
    public String endedTool(RunEvent.ToolFinished finished) throws SQLException {
        return runs.endedTool(finished.call());
    }
}
