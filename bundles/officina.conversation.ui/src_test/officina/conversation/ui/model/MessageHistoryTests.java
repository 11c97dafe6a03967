// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageHistoryTests {

    private final MessageHistory history = new MessageHistory();

    @Test
    void older_messages_come_newest_first_and_the_way_back_ends_at_the_draft() {
        history.set(List.of("one", "two"));
        assertEquals("two", history.older("half a thou"));
        assertEquals("one", history.older("two"));
        assertNull(history.older("one"));
        assertEquals("two", history.newer());
        assertEquals("half a thou", history.newer());
        assertNull(history.newer());
    }

    @Test
    void a_new_message_starts_the_walk_anew() {
        history.set(List.of("one"));
        history.older("");
        history.set(List.of("one", "two"));
        assertEquals("two", history.older(""));
    }
}
