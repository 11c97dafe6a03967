// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import officina.api.event.Origin;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.store.internal.database.Conditions;
import officina.store.internal.database.Row;
import officina.store.internal.database.SearchText;
import officina.store.internal.database.Sql;

/** Writes and reads the activity log. */
public final class ActivityRepository {

    // what a database can compare with: all that is in the log lies between them
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String SELECT =
            "select position, session_id, run_id, happened_at, origin, type, action, resource, status, line from activity";

    /** @param sought what else search finds it by; empty for nothing */
    public void add(Sql sql, ActivityEntry entry, String sought) throws SQLException {
        String actor = entry.origin().actor().value();
        sql.update(
                "insert into activity (position, session_id, run_id, happened_at, origin, actor, type, action, resource,"
                        + " status, line, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.position(),
                entry.session().value(),
                entry.run().value(),
                entry.at(),
                entry.origin().toString(),
                actor,
                entry.type(),
                entry.action(),
                entry.resource(),
                entry.status().name(),
                entry.text(),
                SearchText.first(String.join("\n", entry.text(), entry.action(), entry.resource(), actor, sought)));
    }

    public List<ActivityEntry> list(Sql sql, ActivityQuery query) throws SQLException {
        Conditions conditions = new Conditions().and("position < ?", query.before());
        // the order names the columns of the index that the database should walk backwards instead of sorting
        String order = "position desc";
        if (query.source() != null) {
            conditions.and("actor = ?", query.source().value());
            order = "actor desc, " + order;
        }
        if (query.run() != null) {
            conditions.and("run_id = ?", query.run().value());
            order = "position desc";
        }
        if (query.type() != null) {
            String family = SearchText.escaped(query.type()) + ".%";
            conditions.and("(type = ? or type like ? escape '#')", query.type(), family);
        }
        if (query.status() != null) {
            conditions.and("status = ?", query.status().name());
        }
        if (query.action() != null) {
            conditions.and("action = ?", query.action());
        }
        if (query.resource() != null) {
            String part = SearchText.escaped(query.resource().toLowerCase(Locale.ROOT));
            conditions.and("lower(resource) like ? escape '#'", "%" + part + "%");
        }
        if (query.from() != null) {
            conditions.and("happened_at >= ?", inRange(query.from()));
        }
        if (query.to() != null) {
            conditions.and("happened_at < ?", inRange(query.to()));
        }
        conditions.contains("words", query.text());
        return sql.list(
                ActivityRepository::entry,
                SELECT + conditions + " order by " + order + " limit ?",
                conditions.values(query.limit()));
    }

    public List<String> sources(Sql sql) throws SQLException {
        return sql.list(row -> row.text("actor"), "select distinct actor from activity order by actor");
    }

    private static Instant inRange(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }

    private static ActivityEntry entry(Row row) throws SQLException {
        return new ActivityEntry(
                row.number("position"),
                new SessionId(row.uuid("session_id")),
                new RunId(row.uuid("run_id")),
                row.instant("happened_at"),
                Origin.parse(row.text("origin")),
                row.text("type"),
                row.text("action"),
                row.text("resource"),
                ActivityEntry.Status.valueOf(row.text("status")),
                row.text("line"));
    }

    /** Removes what happened in a session. */
    public void remove(Sql sql, UUID session) throws SQLException {
        sql.update("delete from activity where session_id = ?", session);
    }
}
