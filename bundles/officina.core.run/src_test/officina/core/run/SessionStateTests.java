// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.management.JMException;
import javax.management.ObjectName;
import officina.api.content.ContentPart;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.protocol.EventCodec;
import org.junit.jupiter.api.Test;

final class SessionStateTests {

    @Test
    void runs_are_listed_in_the_order_they_started() {
        SessionState state = new Story()
                .in(Story.run(2), Story.STARTED)
                .in(Story.run(1), Story.STARTED)
                .in(Story.run(2), Story.FINISHED)
                .state();

        assertEquals(
                List.of(Story.run(2), Story.run(1)),
                state.runs().stream().map(run -> run.head().run()).toList());
        assertEquals(3, state.lastSeq());
        assertNull(state.run(Story.run(3)));
    }

    @Test
    void an_event_is_of_this_session_and_the_next_in_number() {
        SessionState state = Story.begun().state();

        assertThrows(IllegalStateException.class, () -> state.after(envelope(Story.SESSION, 3)));
        assertThrows(IllegalStateException.class, () -> state.after(envelope(Story.SESSION, 1)));
        assertThrows(IllegalStateException.class, () -> state.after(envelope(new SessionId(new UUID(0, 2)), 2)));
        assertEquals(2, state.after(envelope(Story.SESSION, 2)).lastSeq());
    }

    @Test
    void replay_of_a_stored_log_equals_the_live_state() {
        for (long seed = 0; seed < 50; seed++) {
            RandomStory story = new RandomStory(new SplittableRandom(seed));
            story.tell(300);

            SessionState replayed = SessionState.empty(Story.SESSION);
            for (EventEnvelope envelope : story.events()) {
                replayed = replayed.after(EventCodec.decode(EventCodec.encode(envelope)));
            }

            assertEquals(story.state(), replayed);
        }
    }

    @Test
    void ten_times_the_events_of_one_text_take_about_ten_times_the_memory_traffic() throws JMException {
        assertLinear(i -> i == 0 ? Story.STARTED : new RunEvent.TextDelta(0, "a few more words of it "));
    }

    @Test
    void ten_times_the_runs_take_about_ten_times_the_memory_traffic() throws JMException {
        assertLinear(i -> i % 2 == 0 ? Story.STARTED : Story.FINISHED);
    }

    @Test
    void ten_times_the_parts_take_about_ten_times_the_memory_traffic() throws JMException {
        assertLinear(i -> i == 0 ? Story.STARTED : new RunEvent.PartWritten(i - 1, new ContentPart.Text("a part")));
    }

    /** Counts bytes instead of time: joining or copying the whole state for each event would make it a hundred times. */
    private static void assertLinear(IntFunction<RunEvent> events) throws JMException {
        long few = allocated(10_000, events);
        long many = allocated(100_000, events);

        assertTrue(many < 20 * few, () -> few + " bytes for 10 000 events, " + many + " for 100 000");
    }

    private static long allocated(int count, IntFunction<RunEvent> events) throws JMException {
        List<EventEnvelope> log = new ArrayList<>();
        long run = 0;
        for (int i = 0; i < count; i++) {
            RunEvent event = events.apply(i);
            run += event == Story.STARTED ? 1 : 0;
            log.add(new EventEnvelope(
                    1, Story.SESSION, Story.run(run), i + 1, i + 1, Instant.EPOCH, Origin.USER, event));
        }
        long before = allocated();
        SessionState state = SessionState.empty(Story.SESSION);
        for (EventEnvelope envelope : log) {
            state = state.after(envelope);
        }
        int parts = state.runs().getLast().parts().size();
        assertEquals(count, state.lastSeq());
        assertTrue(parts == 0 || state.runs().getLast().parts().getLast() instanceof ContentPart.Text);
        return allocated() - before;
    }

    private static long allocated() throws JMException {
        return (long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "CurrentThreadAllocatedBytes");
    }

    private static EventEnvelope envelope(SessionId session, long seq) {
        return new EventEnvelope(
                1, session, Story.RUN, seq, seq, Instant.EPOCH, Origin.USER, new RunEvent.Progress("x", 1, 2));
    }
}
