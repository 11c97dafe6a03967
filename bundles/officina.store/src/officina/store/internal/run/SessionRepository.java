// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.run;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import officina.api.id.SessionId;
import officina.api.record.SessionInfo;
import officina.core.run.OutlivedQuery;
import officina.core.run.RunPhase;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.protocol.Json;
import officina.store.internal.database.Conditions;
import officina.store.internal.database.Row;
import officina.store.internal.database.SearchText;
import officina.store.internal.database.Sql;

/** Reads sessions: their records, and what happened last in them. */
public final class SessionRepository {

    /** What a session shows rather than how its newest run ended, the most pressing first. */
    private static final List<RunPhase> OPEN =
            List.of(RunPhase.AWAITING_APPROVAL, RunPhase.AWAITING_ANSWER, RunPhase.INTERRUPTED, RunPhase.RUNNING);

    // the first moment that a database can compare with
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    // few runs are open, so that they are looked up for all sessions at once
    private static final String SELECT = "select r.id, r.fields, coalesce(p.turns, 0) as turns,"
            + " coalesce(p.changed_at, r.updated_at) as happened_at, n.phase, o.pressing"
            + " from session s join data_record r on r.id = s.id"
            + " left join session_progress p on p.session_id = s.id"
            + " left join run n on n.id = p.newest_run"
            + " left join (select session_id, min(case phase" + ranks() + " end) as pressing from run"
            + " where phase in (" + open() + ")"
            + " group by session_id) o on o.session_id = s.id";

    private static final String OUTLIVED = "select ranked.id from (select s.id,"
            + " row_number() over (order by coalesce(p.changed_position, r.changed_position) desc) as place,"
            + " coalesce(p.changed_at, r.updated_at) as happened_at"
            + " from session s join data_record r on r.id = s.id left join session_progress p on p.session_id = s.id"
            + " where s.kind = 'conversation' and s.project_id = ?) ranked"
            + " where (ranked.place > ? or ranked.happened_at < ?)"
            + " and not exists (select 1 from run where run.session_id = ranked.id and run.phase in (" + open() + "))"
            + " order by ranked.place desc limit ?";

    private static String open() {
        return "'" + String.join("', '", OPEN.stream().map(RunPhase::name).toList()) + "'";
    }

    private static String ranks() {
        return IntStream.range(0, OPEN.size())
                .mapToObj(rank -> " when '" + OPEN.get(rank) + "' then " + (rank + 1))
                .collect(Collectors.joining());
    }

    public Optional<SessionSummary> find(Sql sql, SessionId id) throws SQLException {
        return sql.find(SessionRepository::summary, SELECT + " where s.id = ?", id.value());
    }

    public List<SessionSummary> list(Sql sql, SessionQuery query) throws SQLException {
        Conditions conditions = new Conditions().and("s.kind = 'conversation'");
        if (query.project() != null) {
            conditions.and("s.project_id = ?", query.project().value());
        }
        for (String pattern : SearchText.patterns(query.text())) {
            conditions.and(
                    "(r.words like ? escape '#'"
                            + " or s.id in (select d.session_id from said d where d.words like ? escape '#'))",
                    pattern,
                    pattern);
        }
        return sql.list(
                SessionRepository::summary,
                SELECT + conditions + " order by coalesce(p.changed_position, r.changed_position) desc limit ?",
                conditions.values(query.limit()));
    }

    public List<SessionId> outlived(Sql sql, OutlivedQuery query) throws SQLException {
        Instant since = query.since();
        return sql.list(
                row -> new SessionId(row.uuid("id")),
                OUTLIVED,
                query.project().value(),
                query.newest() == 0 ? Integer.MAX_VALUE : query.newest(),
                since == null || since.isBefore(FIRST) ? FIRST : since,
                query.limit());
    }

    private static SessionSummary summary(Row row) throws SQLException {
        String newest = row.textOrNull("phase");
        int pressing = Math.toIntExact(row.number("pressing"));
        RunPhase phase =
                pressing > 0 ? OPEN.get(pressing - 1) : newest == null ? RunPhase.NEW : RunPhase.valueOf(newest);
        return new SessionSummary(
                new SessionId(row.uuid("id")),
                SessionInfo.from(Json.parseObject(row.text("fields"))),
                phase,
                row.number("turns"),
                row.instant("happened_at"));
    }
}
