// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.event.EventEnvelope;
import officina.api.event.LogLevel;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.protocol.EventCodec;
import org.junit.jupiter.api.Test;

final class SnapshotBuilderTests {

    @Test
    void a_snapshot_leads_to_the_same_state_as_the_whole_history_wherever_it_is_made() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<EventEnvelope> events =
                    new RandomStory(random).tell(1 + random.nextInt(250)).events();

            SessionState whole = SessionState.empty(Story.SESSION);
            SnapshotBuilder builder = new SnapshotBuilder(Story.SESSION);
            for (EventEnvelope envelope : events) {
                whole = whole.after(envelope);
                Snapshot snapshot = builder.add(envelope).build();

                assertEquals(whole, SessionState.of(snapshot), "seed " + seed + ", event " + envelope.seq());
            }
        }
    }

    @Test
    void a_snapshot_can_be_continued_any_number_of_times() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomStory story = new RandomStory(random).tell(250);

            Snapshot snapshot = new SnapshotBuilder(Story.SESSION).build();
            for (EventEnvelope envelope : story.events()) {
                SnapshotBuilder builder = SnapshotBuilder.after(snapshot).add(envelope);
                snapshot = random.nextInt(3) == 0
                        ? SnapshotBuilder.after(builder.build()).build()
                        : builder.build();
            }

            assertEquals(story.state(), SessionState.of(snapshot));
            assertEquals(
                    story.state(),
                    SessionState.of(SnapshotBuilder.after(snapshot).build()));
        }
    }

    @Test
    void events_after_a_snapshot_go_on_from_it() {
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomStory story = new RandomStory(random).tell(200);
            int cut = random.nextInt(200);
            SnapshotBuilder builder = new SnapshotBuilder(Story.SESSION);
            story.events().subList(0, cut).forEach(builder::add);

            SessionState state = SessionState.of(builder.build());
            for (EventEnvelope envelope : story.events().subList(cut, 200)) {
                state = state.after(envelope);
            }

            assertEquals(story.state(), state);
        }
    }

    @Test
    void the_random_stories_visit_every_transition_and_every_event() {
        Set<RunTransitions.Transition> transitions = new HashSet<>(RunTransitions.TABLE);
        Set<Class<?>> kinds = new HashSet<>(List.of(RunEvent.class.getPermittedSubclasses()));
        for (long seed = 0; seed < 100; seed++) {
            SessionState state = SessionState.empty(Story.SESSION);
            for (EventEnvelope envelope :
                    new RandomStory(new SplittableRandom(seed)).tell(250).events()) {
                RunState run = state.run(envelope.run());
                RunPhase from = run == null ? RunPhase.NEW : run.phase();
                state = state.after(envelope);
                RunTrigger trigger = RunTrigger.of(envelope.event());
                if (trigger != null) {
                    RunState after = java.util.Objects.requireNonNull(state.run(envelope.run()));
                    transitions.remove(new RunTransitions.Transition(from, trigger, after.phase()));
                }
                kinds.remove(envelope.event().getClass());
            }
        }

        assertEquals(Set.of(), transitions);
        assertEquals(Set.of(), kinds);
    }

    @Test
    void what_leaves_no_trace_is_left_out() {
        Story story = Story.begun();
        for (int i = 0; i < 100; i++) {
            story.and(new RunEvent.TextDelta(0, "word "))
                    .and(new RunEvent.Progress("Writing", i, 100))
                    .and(new RunEvent.Reasoning("hm"))
                    .and(new RunEvent.LogLine(LogLevel.INFO, "x"));
        }
        story.and(new RunEvent.RunInterrupted()).and(new RunEvent.RunResumed()).and(Story.FINISHED);

        Snapshot snapshot = snapshot(story);

        List<EventEnvelope> events = story.events();
        EventEnvelope lastDelta = events.get(events.size() - 7);
        assertEquals(
                List.of(
                        events.getFirst(),
                        with(lastDelta, new RunEvent.PartWritten(0, new ContentPart.Text("word ".repeat(100)))),
                        events.getLast()),
                snapshot.essence());
        assertEquals(story.state().lastSeq(), snapshot.seq());
    }

    @Test
    void the_newest_event_of_a_run_stays_because_the_state_knows_its_number() {
        Story story = Story.begun().and(new RunEvent.Reasoning("hm")).in(Story.run(2), Story.STARTED);

        assertEquals(story.events(), snapshot(story).essence());
        assertEquals(story.state(), SessionState.of(snapshot(story)));
    }

    @Test
    void revisions_that_nobody_decided_on_are_left_out() {
        Story story = Story.begun().and(Story.PROPOSED).and(Story.ASKED);
        for (int revision = 2; revision < 50; revision++) {
            story.and(new RunEvent.PlanProposed(Story.plan(revision)));
        }
        story.and(new RunEvent.ApprovalGiven(Story.APPROVAL, 49, List.of(Story.STEP)));

        assertEquals(5, snapshot(story).essence().size());
        assertEquals(story.state(), SessionState.of(snapshot(story)));
    }

    @Test
    void an_event_that_stops_the_replay_stops_it_after_the_snapshot_too() {
        SnapshotBuilder builder = new SnapshotBuilder(Story.SESSION);
        Story.begun().events().forEach(builder::add);
        builder.add(envelope(Story.SESSION, 2, new RunEvent.Unknown("run.teleported", JsonObject.EMPTY, false)));
        builder.add(envelope(Story.SESSION, 3, Story.FINISHED));
        Snapshot snapshot = builder.build();

        assertThrows(IllegalStateException.class, () -> SessionState.of(snapshot));
    }

    @Test
    void an_event_is_of_this_session_and_the_next_in_number() {
        SnapshotBuilder builder = new SnapshotBuilder(Story.SESSION);

        assertThrows(IllegalStateException.class, () -> builder.add(envelope(Story.SESSION, 2, Story.STARTED)));
        assertThrows(
                IllegalStateException.class,
                () -> builder.add(envelope(new SessionId(new UUID(0, 2)), 1, Story.STARTED)));
        assertEquals(1, builder.add(envelope(Story.SESSION, 1, Story.STARTED)).lastSeq());
    }

    @Test
    void a_hundred_thousand_events_of_one_answer_become_three() {
        SnapshotBuilder builder = new SnapshotBuilder(Story.SESSION);
        builder.add(envelope(Story.SESSION, 1, Story.STARTED));
        for (int seq = 2; seq < 100_000; seq++) {
            builder.add(envelope(Story.SESSION, seq, new RunEvent.TextDelta(0, "words ")));
        }
        builder.add(envelope(Story.SESSION, 100_000, Story.FINISHED));

        Snapshot snapshot = builder.build();

        assertEquals(3, snapshot.essence().size());
        ContentPart answer = SessionState.of(snapshot).runs().getFirst().parts().getFirst();
        assertTrue(answer instanceof ContentPart.Text(String text) && text.length() == 99_998 * 6);
    }

    @Test
    void a_text_that_is_too_long_for_one_event_becomes_several() {
        Story story = Story.begun();
        String words = "\uD83D\uDE80 words".repeat(1_000);
        for (int i = 0; i < 500; i++) {
            story.and(new RunEvent.TextDelta(0, words));
            if (i == 450) {
                story.and(new RunEvent.PartWritten(1, new ContentPart.Code("", "x")));
            }
        }

        Snapshot snapshot = snapshot(story);

        assertEquals(6, snapshot.essence().size());
        assertEquals(story.state(), SessionState.of(snapshot));
        assertEquals(
                story.state(), SessionState.of(SnapshotBuilder.after(snapshot).build()));
        for (EventEnvelope envelope : snapshot.essence()) {
            assertEquals(envelope, EventCodec.decode(EventCodec.encode(envelope)));
        }
    }

    @Test
    void a_long_text_can_be_written_over() {
        String tooLong = "x".repeat(WrittenPart.MAX_LENGTH);
        Story story = Story.begun()
                .and(new RunEvent.TextDelta(0, tooLong))
                .and(new RunEvent.PartWritten(1, new ContentPart.Text("after")))
                .and(new RunEvent.PartWritten(0, new ContentPart.Text(tooLong + "y")));
        assertEquals(story.state(), SessionState.of(snapshot(story)));

        story.and(new RunEvent.TextDelta(0, "z"));
        assertEquals(story.state(), SessionState.of(snapshot(story)));

        story.and(new RunEvent.PartWritten(0, new ContentPart.Code("", "short")));
        assertEquals(story.state(), SessionState.of(snapshot(story)));
    }

    private static Snapshot snapshot(Story story) {
        SnapshotBuilder builder = new SnapshotBuilder(Story.SESSION);
        story.events().forEach(builder::add);
        return builder.build();
    }

    private static EventEnvelope envelope(SessionId session, long seq, RunEvent event) {
        return new EventEnvelope(1, session, Story.RUN, seq, seq, Instant.EPOCH, Origin.USER, event);
    }

    private static EventEnvelope with(EventEnvelope old, RunEvent event) {
        return new EventEnvelope(
                old.schema(), old.session(), old.run(), old.seq(), old.position(), old.at(), old.origin(), event);
    }
}
