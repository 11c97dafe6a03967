// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.core.run.Draft;

/** Makes events of which a test needs no more than that they differ. */
public final class SampleEvents {

    /** A run for tests to which it does not matter. */
    public static final RunId RUN = new RunId(new UUID(0x0198_a5d2_0000_7000L, 0x8000_0000_0000_0001L));

    private SampleEvents() {}

    /** The same session for the same number. */
    public static SessionId session(int number) {
        return new SessionId(new UUID(0x0198_a5d2_0000_7000L, 0x8000_0000_0000_0000L | number));
    }

    /** An event that says this. */
    public static Draft draft(SessionId session, String text) {
        return new Draft(session, RUN, Origin.USER, new RunEvent.TextDelta(0, text));
    }

    /** So many events, which say {@code event 1}, {@code event 2} ... */
    public static List<Draft> drafts(SessionId session, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> draft(session, "event " + i))
                .toList();
    }

    /** What an event made here says. */
    public static String text(EventEnvelope envelope) {
        return envelope.event() instanceof RunEvent.TextDelta(int _, String text) ? text : "";
    }
}
