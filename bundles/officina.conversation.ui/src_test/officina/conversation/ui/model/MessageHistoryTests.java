// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import officina.api.id.SessionId;
import org.junit.jupiter.api.Test;

class MessageHistoryTests {

    private static final SessionId ONE = new SessionId(new UUID(1, 1));
    private static final SessionId OTHER = new SessionId(new UUID(1, 2));

    private final MessageHistory history = new MessageHistory();

    /** How often the messages were gathered. */
    private int gathered;

    private void set(SessionId session, String... messages) {
        history.set(session, messages.length, () -> {
            gathered++;
            return List.of(messages);
        });
    }

    @Test
    void older_messages_come_newest_first_and_the_way_back_ends_at_the_draft() {
        set(ONE, "one", "two");
        assertEquals("two", history.older("half a thou"));
        assertEquals("one", history.older("two"));
        assertNull(history.older("one"));
        assertEquals("two", history.newer());
        assertEquals("half a thou", history.newer());
        assertNull(history.newer());
    }

    @Test
    void a_new_message_starts_the_walk_anew() {
        set(ONE, "one");
        history.older("");
        set(ONE, "one", "two");
        assertEquals("two", history.older(""));
    }

    @Test
    void whoever_walks_goes_on_while_an_answer_comes_and_nothing_is_gathered_for_others() {
        set(ONE, "one", "two");
        set(ONE, "one", "two");
        assertEquals(0, gathered);

        assertEquals("two", history.older("draft"));
        set(ONE, "one", "two");
        assertEquals("one", history.older("two"));
        assertEquals(1, gathered);

        set(OTHER, "apples", "pears");
        assertEquals("pears", history.older("draft"));
        assertEquals(2, gathered);
    }
}
