// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Lines on their way out, where the other end takes none. */
class OutboxTests {

    private final Outbox outbox = new Outbox();

    @Test
    void what_is_offered_is_left_out_where_there_is_no_room_and_nobody_waits() {
        assertTrue(outbox.put(new byte[Outbox.MAX_BYTES - 5]));
        assertTrue(outbox.offer(new byte[5]));
        assertFalse(outbox.offer(new byte[1]));
        assertEquals(Outbox.MAX_BYTES, outbox.bytes());
        assertEquals(Outbox.MAX_BYTES - 5, Objects.requireNonNull(outbox.take()).remaining());
        assertTrue(outbox.offer(new byte[1]));
    }

    @Test
    void who_may_leave_while_there_is_no_room_has_put_nothing() throws InterruptedException {
        assertTrue(outbox.put(new byte[Outbox.MAX_BYTES]));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> outbox.putUnlessInterrupted(new byte[1]));
        assertEquals(Outbox.MAX_BYTES, outbox.bytes());
        outbox.take();
        assertTrue(outbox.putUnlessInterrupted(new byte[1]));
    }

    @Test
    void nothing_is_offered_to_one_that_has_ended() {
        outbox.finish();
        assertFalse(outbox.offer(new byte[1]));
    }
}
