// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.core.run.RemovalReport;
import officina.core.run.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every journal must do when sessions are removed. Extend it in the tests of an implementation. */
@Timeout(60)
public abstract class JournalRemovalContractTests {

    private static final SessionId ONE = SampleEvents.session(1);
    private static final SessionId TWO = SampleEvents.session(2);

    private Journal journal;

    /** Opens an empty journal; called once for each test, which closes it. */
    protected abstract Journal open(InstantSource clock) throws Exception;

    @BeforeEach
    void open_a_journal() throws Exception {
        journal = open(new FakeClock());
    }

    @AfterEach
    void close_it() {
        journal.close();
    }

    @Test
    void removes_sessions_and_leaves_the_others_where_they_were() {
        for (int i = 1; i <= 5; i++) {
            journal.append(List.of(draft(ONE, "one " + i), draft(TWO, "two " + i)));
        }
        journal.keep(new Snapshot(TWO, 5, journal.read(TWO, 1, 10)));
        RemovalReport report =
                journal.remove(Set.of(TWO), event -> SampleEvents.text(event).equals("two 3"));

        assertEquals(4, report.events());
        assertEquals(0, journal.lastSeq(TWO));
        assertEquals(List.of(), journal.read(TWO, 1, 10));
        assertEquals(Optional.empty(), journal.snapshot(TWO));
        assertEquals(List.of("one 1", "one 2", "one 3", "one 4", "one 5"), texts(journal.read(ONE, 1, 10)));
        List<EventEnvelope> all = journal.readAll(1, 100);
        assertEquals(List.of("one 1", "one 2", "one 3", "two 3", "one 4", "one 5"), texts(all));
        assertEquals(
                List.of(1L, 3L, 5L, 6L, 7L, 9L),
                all.stream().map(EventEnvelope::position).toList());
        assertEquals(List.of("one 4", "one 5"), texts(journal.readAll(7, 2)));
        assertEquals(List.of("one 5"), texts(journal.readAll(8, 100)));

        assertEquals(11, journal.append(List.of(draft(ONE, "one 6"))).getFirst().position());
        assertEquals(1, journal.append(List.of(draft(TWO, "again"))).getFirst().seq());
        assertEquals(List.of("again"), texts(journal.read(TWO, 1, 10)));
        journal.remove(Set.of(ONE, TWO), _ -> false);
        assertEquals(0, journal.lastSeq(ONE));
    }

    @Test
    void keeps_no_snapshot_of_a_session_that_was_removed_while_it_was_made() {
        List<EventEnvelope> events = journal.append(SampleEvents.drafts(ONE, 3));
        journal.remove(Set.of(ONE), _ -> false);
        journal.keep(new Snapshot(ONE, 3, events));
        journal.append(SampleEvents.drafts(ONE, 4));
        assertEquals(Optional.empty(), journal.snapshot(ONE));
    }

    @Test
    void a_removal_that_is_stopped_has_hidden_them_and_the_next_one_ends_it() {
        for (int i = 1; i <= 5; i++) {
            journal.append(List.of(draft(ONE, "one " + i), draft(TWO, "two " + i)));
        }
        journal.remove(Set.of(TWO), _ -> false, (_, _) -> false);
        assertEquals(0, journal.lastSeq(TWO));
        assertEquals(List.of(), journal.read(TWO, 1, 10));

        RemovalReport report = journal.remove(Set.of(TWO), _ -> false, (_, _) -> true);
        assertEquals(Set.of(), report.left());
        assertEquals(List.of("one 1", "one 2", "one 3", "one 4", "one 5"), texts(journal.readAll(1, 100)));
        assertEquals(1, journal.append(List.of(draft(TWO, "again"))).getFirst().seq());
    }

    private static Draft draft(SessionId session, String text) {
        return SampleEvents.draft(session, text);
    }

    private static List<String> texts(List<EventEnvelope> events) {
        return events.stream().map(SampleEvents::text).toList();
    }
}
