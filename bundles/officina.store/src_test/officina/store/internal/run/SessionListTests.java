// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.run;

import static officina.store.internal.Story.run;
import static officina.store.internal.Story.session;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.core.run.RunPhase;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.store.Store;
import officina.store.internal.Stores;
import officina.store.internal.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store says of sessions. */
class SessionListTests {

    private static final RecordId OTHER_PROJECT = new RecordId(new UUID(7, 2));

    @TempDir
    Path temp;

    private final Story story = new Story();
    private int runs = 100;

    @BeforeEach
    void three_sessions() {
        story.edit(session(0), run(1));
        create(session(1), new SessionInfo("Passport", Story.PROJECT, SessionKind.CONVERSATION));
        create(session(2), new SessionInfo("Garden party", OTHER_PROJECT, SessionKind.CONVERSATION));
        create(session(3), new SessionInfo("Edits", Story.PROJECT, SessionKind.EDITS));
    }

    private void create(SessionId session, SessionInfo info) {
        story.put(session(0), run(1), RecordKind.SESSION, new RecordId(session.value()), info.fields());
    }

    private void turn(SessionId session, String message, String answer) {
        int number = runs++;
        story.turn(session, run(number), message)
                .answer(session, run(number), 0, answer)
                .finish(session, run(number));
    }

    private List<SessionId> find(@Nullable RecordId project, @Nullable String text, int limit) {
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            return store.sessions(new SessionQuery(project, text, limit)).stream()
                    .map(SessionSummary::id)
                    .toList();
        }
    }

    @Test
    void a_session_without_a_run_is_new() {
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(
                    Optional.of(new SessionSummary(
                            session(1),
                            new SessionInfo("Passport", Story.PROJECT, SessionKind.CONVERSATION),
                            RunPhase.NEW,
                            0,
                            story.events().get(1).at())),
                    store.session(session(1)));
        }
    }

    @Test
    void a_session_shows_its_newest_run_and_how_many_turns_it_has() {
        turn(session(1), "one", "1");
        turn(session(1), "two", "2");
        story.add(session(1), run(50), new RunEvent.RunStarted(RunKind.UNDO, "Undo", run(100), null));
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            SessionSummary summary = store.session(session(1)).orElseThrow();
            assertEquals(RunPhase.RUNNING, summary.phase());
            assertEquals(2, summary.runs());
            assertEquals(story.last().at(), summary.updatedAt());
        }
    }

    @Test
    void a_run_that_waits_for_the_person_is_not_hidden_by_newer_ones() {
        story.turn(session(1), run(11), "waits");
        story.add(session(1), run(11), new RunEvent.RunInterrupted());
        story.turn(session(1), run(12), "done");
        story.finish(session(1), run(12));
        assertEquals(RunPhase.INTERRUPTED, phase());
        story.turn(session(1), run(13), "at work");
        assertEquals(RunPhase.INTERRUPTED, phase());
        story.add(session(1), run(11), new RunEvent.RunCancelled());
        assertEquals(RunPhase.RUNNING, phase());
        story.turn(session(1), run(14), "failed");
        story.finish(session(1), run(14));
        assertEquals(RunPhase.RUNNING, phase());
        story.finish(session(1), run(13));
        assertEquals(RunPhase.DONE, phase());
    }

    private RunPhase phase() {
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            return store.session(session(1)).orElseThrow().phase();
        }
    }

    @Test
    void conversations_are_listed_with_the_last_touched_first() {
        turn(session(1), "one", "1");
        turn(session(3), "edit", "");
        assertEquals(List.of(session(1), session(2)), find(null, null, 10));
        turn(session(2), "two", "2");
        assertEquals(List.of(session(2), session(1)), find(null, null, 10));
        assertEquals(List.of(session(2)), find(null, null, 1));
        assertEquals(List.of(session(2)), find(OTHER_PROJECT, null, 10));
    }

    @Test
    void sessions_of_edits_are_found_by_their_id() {
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(
                    SessionKind.EDITS,
                    store.session(session(3)).orElseThrow().info().kind());
            assertEquals(Optional.empty(), store.session(session(9)));
        }
    }

    @Test
    void a_deleted_session_is_gone_and_a_renamed_one_has_its_new_title() {
        create(session(1), new SessionInfo("Visa", Story.PROJECT, SessionKind.CONVERSATION));
        story.put(
                session(0), run(1), RecordKind.SESSION, new RecordId(session(2).value()), null);
        assertEquals(List.of(session(1)), find(null, null, 10));
        assertEquals(List.of(session(1)), find(null, "visa", 10));
        assertEquals(List.of(), find(null, "passport", 10));
    }

    @Test
    void words_are_found_in_title_message_and_answer_together() {
        turn(session(1), "When does it EXPIRE?", "In December, at the town hall");
        turn(session(2), "Who comes in December?", "Everybody");
        assertEquals(List.of(session(1)), find(null, "passport expire december", 10));
        assertEquals(List.of(session(2), session(1)), find(null, "decem", 10));
        assertEquals(List.of(session(1)), find(Story.PROJECT, "december", 10));
        assertEquals(List.of(), find(null, "december nobody", 10));
        assertEquals(List.of(), find(null, "%", 10));
    }

    @Test
    void a_part_that_was_written_again_is_found_in_its_new_form_only() {
        story.turn(session(1), run(9), "Hello")
                .answer(session(1), run(9), 0, "apples")
                .add(session(1), run(9), new RunEvent.PartWritten(0, new ContentPart.Code("java", "pears")));
        assertEquals(List.of(), find(null, "apples", 10));
        assertEquals(List.of(session(1)), find(null, "pears", 10));
    }

    @Test
    void a_word_at_the_end_of_a_very_long_message_is_found() {
        turn(session(1), "blah ".repeat(199_000) + "needle", "x");
        turn(session(2), "b".repeat(199_998) + " haystack " + "c".repeat(300_000), "x");
        assertEquals(List.of(session(1)), find(null, "needle", 10));
        assertEquals(List.of(session(2)), find(null, "haystack", 10));
    }

    @Test
    void a_session_record_that_this_version_cannot_read_is_not_listed() {
        story.put(
                session(0),
                run(1),
                RecordKind.SESSION,
                new RecordId(session(1).value()),
                new SessionInfo("x", Story.PROJECT, SessionKind.CONVERSATION)
                        .fields()
                        .with("title", "t".repeat(300)));
        assertEquals(List.of(session(2)), find(null, null, 10));
    }
}
