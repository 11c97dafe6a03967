// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.store.StorePosition;
import officina.store.internal.database.Row;
import officina.store.internal.database.Sql;
import officina.store.internal.database.StoreFailures;
import org.jspecify.annotations.Nullable;

/**
 * How far the journal is applied, and by which rules.
 *
 * @param position of the newest event in the store; 0 when empty
 * @param session and {@code seq}: which event that was
 */
record Mark(int projection, long position, @Nullable UUID session, long seq) {

    /** One more whenever the same events should make other tables; a store made by older rules is made anew. */
    static final int PROJECTION = 2;

    static final Mark EMPTY = new Mark(PROJECTION, 0, null, 0);

    /** The mark after this event. */
    static Mark at(EventEnvelope envelope) {
        return new Mark(PROJECTION, envelope.position(), envelope.session().value(), envelope.seq());
    }

    /** Whether these rules made it. */
    boolean isCurrent() {
        return projection == PROJECTION;
    }

    StorePosition shown() {
        return new StorePosition(position, session == null ? null : new SessionId(session), seq);
    }

    static Optional<Mark> read(Sql sql) throws SQLException {
        return sql.find(Mark::of, "select projection, position, session_id, seq from store_state where id = 1");
    }

    private static Mark of(Row row) throws SQLException {
        return new Mark(
                Math.toIntExact(row.number("projection")),
                row.number("position"),
                row.uuidOrNull("session_id"),
                row.number("seq"));
    }

    void write(Sql sql) throws SQLException {
        sql.update("delete from store_state");
        sql.update(
                "insert into store_state (id, projection, position, session_id, seq) values (1, ?, ?, ?, ?)",
                projection,
                position,
                session,
                seq);
    }

    /** Which of the events, all there are behind that position, are new. {@code store.gap}, {@code store.disagrees}. */
    List<EventEnvelope> fresh(long after, List<EventEnvelope> events) {
        if (after > position) {
            throw StoreFailures.gap();
        }
        long last = after;
        for (EventEnvelope envelope : events) {
            if (envelope.position() == position && !at(envelope).equals(this)) {
                throw StoreFailures.disagrees();
            }
            if (envelope.position() <= last) {
                throw new IllegalArgumentException("events that are not in order");
            }
            last = envelope.position();
        }
        return events.stream()
                .filter(envelope -> envelope.position() > position)
                .toList();
    }
}
