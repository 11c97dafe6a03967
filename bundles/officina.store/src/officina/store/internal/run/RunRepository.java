// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.run;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.store.internal.database.Conditions;
import officina.store.internal.database.Row;
import officina.store.internal.database.Sql;

/** Reads runs. */
public final class RunRepository {

    private static final String SELECT =
            "select id, session_id, kind, title, phase, agent, started_at, ended_at, summary from run";

    public Optional<RunSummary> find(Sql sql, RunId id) throws SQLException {
        return sql.find(RunRepository::summary, SELECT + " where id = ?", id.value());
    }

    public List<RunSummary> list(Sql sql, RunQuery query) throws SQLException {
        Conditions conditions = new Conditions();
        if (query.session() != null) {
            conditions.and("session_id = ?", query.session().value());
        }
        if (!query.phases().isEmpty()) {
            String marks = ", ?".repeat(query.phases().size()).substring(2);
            conditions.and(
                    "phase in (" + marks + ")",
                    query.phases().stream().map(RunPhase::name).toArray());
        }
        return sql.list(
                RunRepository::summary,
                SELECT + conditions + " order by started_position desc limit ?",
                conditions.values(query.limit()));
    }

    private static RunSummary summary(Row row) throws SQLException {
        String agent = row.textOrNull("agent");
        return new RunSummary(
                new RunId(row.uuid("id")),
                new SessionId(row.uuid("session_id")),
                RunKind.valueOf(row.text("kind")),
                row.text("title"),
                RunPhase.valueOf(row.text("phase")),
                agent == null ? null : new PluginId(agent),
                row.instant("started_at"),
                row.instantOrNull("ended_at"),
                row.textOrNull("summary"));
    }
}
