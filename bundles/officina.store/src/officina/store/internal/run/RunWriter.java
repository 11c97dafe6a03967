// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.run;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RunStarted;
import officina.api.event.RunKind;
import officina.api.id.CallId;
import officina.store.internal.database.SearchText;
import officina.store.internal.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Brings runs, sessions and what was said in them to where events left them. Keeps what it read and what is to be
 * written while a list of events is applied, because most of them belong to few runs; {@link #flush()} writes it.
 */
public final class RunWriter {

    /** The part number of the person's message. */
    private static final int MESSAGE = -1;

    private final Sql sql;
    private final Map<UUID, Optional<RunRow>> runs = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Map<UUID, Progress> sessions = new HashMap<>();

    /** What is to be added to a session's row. */
    private record Progress(@Nullable UUID newestRun, int turns, EventEnvelope last) {}

    public RunWriter(Sql sql) {
        this.sql = sql;
    }

    /** Applies an event. Events of a run whose start is not known leave no trace here but the session's last change. */
    public void apply(EventEnvelope envelope) throws SQLException {
        UUID id = envelope.run().value();
        Optional<RunRow> known = run(id);
        boolean started = known.isEmpty() && envelope.event() instanceof RunStarted;
        if (started) {
            start(envelope, (RunStarted) envelope.event());
        } else if (known.isPresent()) {
            RunRow next = known.get().after(envelope);
            if (!next.equals(known.get())) {
                runs.put(id, Optional.of(next));
                changed.add(id);
                if (next.phase().ended()) {
                    sql.update("delete from tool_call where run_id = ?", id);
                }
            }
            keep(envelope);
        }
        progress(envelope, started);
    }

    /** A session was deleted: nothing of its runs is left. */
    public void remove(UUID session) throws SQLException {
        flush();
        runs.clear();
        changed.clear();
        sessions.clear();
        sql.update("delete from session_progress where session_id = ?", session);
        // what was said and called in them goes with them
        sql.update("delete from run where session_id = ?", session);
    }

    /** The title of the run's newest plan; empty where there is none. */
    public String planTitle(EventEnvelope envelope) throws SQLException {
        return run(envelope.run().value()).map(RunRow::planTitle).orElse("");
    }

    /** The tool of a call that has not finished; empty where it is not known. Forgets the call. */
    public String endedTool(CallId call) throws SQLException {
        Optional<String> tool =
                sql.find(row -> row.text("tool"), "select tool from tool_call where id = ?", call.value());
        sql.update("delete from tool_call where id = ?", call.value());
        return tool.orElse("");
    }

    private Optional<RunRow> run(UUID id) throws SQLException {
        Optional<RunRow> run = runs.get(id);
        if (run == null) {
            run = sql.find(
                    RunRow::of,
                    "select id, kind, title, phase, agent, ended_at, summary, plan_title from run where id = ?",
                    id);
            runs.put(id, run);
        }
        return run;
    }

    private void start(EventEnvelope envelope, RunStarted started) throws SQLException {
        RunRow run = RunRow.started(envelope.run().value(), started);
        runs.put(run.id(), Optional.of(run));
        sql.update(
                "insert into run (id, session_id, kind, title, phase, started_at, started_position)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                envelope.session().value(),
                run.kind().name(),
                run.title(),
                run.phase().name(),
                envelope.at(),
                envelope.position());
        if (started.request() != null) {
            say(envelope, MESSAGE, started.request().message().plainText());
        }
    }

    private void keep(EventEnvelope envelope) throws SQLException {
        if (envelope.event() instanceof RunEvent.PartWritten(int part, ContentPart content)) {
            sql.update(
                    "delete from said where run_id = ? and part = ?",
                    envelope.run().value(),
                    part);
            if (content instanceof ContentPart.Text(String text)) {
                say(envelope, part, text);
            } else if (content instanceof ContentPart.Code(String _, String text)) {
                say(envelope, part, text);
            }
        } else if (envelope.event() instanceof RunEvent.ToolAsked asked) {
            sql.update("delete from tool_call where id = ?", asked.call().value());
            sql.update(
                    "insert into tool_call (id, run_id, tool) values (?, ?, ?)",
                    asked.call().value(),
                    envelope.run().value(),
                    asked.tool().toString());
        }
    }

    private void say(EventEnvelope envelope, int part, String text) throws SQLException {
        int chunk = 0;
        for (String words : SearchText.chunks(text)) {
            if (!words.isBlank()) {
                sql.update(
                        "insert into said (run_id, part, chunk, session_id, words) values (?, ?, ?, ?, ?)",
                        envelope.run().value(),
                        part,
                        chunk++,
                        envelope.session().value(),
                        words);
            }
        }
    }

    private void progress(EventEnvelope envelope, boolean started) {
        Progress old = sessions.get(envelope.session().value());
        UUID newest = old == null ? null : old.newestRun();
        int turns = old == null ? 0 : old.turns();
        if (started) {
            newest = envelope.run().value();
            turns += ((RunStarted) envelope.event()).kind() == RunKind.TURN ? 1 : 0;
        }
        sessions.put(envelope.session().value(), new Progress(newest, turns, envelope));
    }

    /** Writes what was gathered. */
    public void flush() throws SQLException {
        for (UUID id : changed) {
            RunRow run = Objects.requireNonNull(runs.get(id)).orElseThrow();
            sql.update(
                    "update run set phase = ?, agent = ?, ended_at = ?, summary = ?, plan_title = ? where id = ?",
                    run.phase().name(),
                    run.agent(),
                    run.endedAt(),
                    run.summary(),
                    run.planTitle(),
                    id);
        }
        for (Map.Entry<UUID, Progress> session : sessions.entrySet()) {
            flush(session.getKey(), session.getValue());
        }
    }

    private void flush(UUID session, Progress progress) throws SQLException {
        int updated = sql.update(
                "update session_progress set newest_run = coalesce(?, newest_run), turns = turns + ?, changed_at = ?,"
                        + " changed_position = ? where session_id = ?",
                progress.newestRun(),
                progress.turns(),
                progress.last().at(),
                progress.last().position(),
                session);
        if (updated == 0) {
            sql.update(
                    "insert into session_progress (session_id, newest_run, turns, changed_at, changed_position)"
                            + " values (?, ?, ?, ?, ?)",
                    session,
                    progress.newestRun(),
                    progress.turns(),
                    progress.last().at(),
                    progress.last().position());
        }
    }
}
