// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.conversation.ui.model.Transcript;
import org.junit.jupiter.api.Test;

class SessionFeedTests {

    private final FakeTalk talk = new FakeTalk();
    private final BlockingQueue<Transcript> made = new LinkedBlockingQueue<>();

    @Test
    void the_end_of_a_long_session_is_there_first() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            talk.script.asks("question " + i).answers("answer").ends();
        }
        try (SessionFeed _ = feed()) {
            Transcript end = next();
            assertFalse(end.isWhole());
            assertEquals(60, end.turns().count());
            Transcript whole = next();
            assertTrue(whole.isWhole());
            assertEquals(100, whole.turns().count());
            talk.script.asks("one more");
            assertEquals(101, next().turns().count());
        }
    }

    @Test
    void a_short_session_is_made_once() throws InterruptedException {
        talk.script.asks("question").answers("answer").ends();
        try (SessionFeed _ = feed()) {
            assertTrue(next().isWhole());
            talk.script.asks("one more");
            assertEquals(2, next().turns().count());
        }
    }

    private SessionFeed feed() {
        return SessionFeed.open(talk, talk.script.state().session(), made::add, () -> made.add(Transcript.EMPTY));
    }

    private Transcript next() throws InterruptedException {
        Transcript next = made.poll(30, TimeUnit.SECONDS);
        assertNotNull(next, "no transcript came");
        return next;
    }
}
