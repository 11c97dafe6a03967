// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.FailureException;
import officina.api.memory.EmbedderState;
import org.junit.jupiter.api.Test;

class OnDemandTests {

    @Test
    void it_is_opened_once_and_only_by_a_use() {
        AtomicInteger opened = new AtomicInteger();
        OnDemand<AutoCloseable> demand = new OnDemand<>(() -> {
            opened.incrementAndGet();
            return () -> {};
        });

        assertNull(demand.peek());
        AutoCloseable first = demand.get();

        assertSame(first, demand.get());
        assertSame(first, demand.peek());
        assertEquals(1, opened.get());
    }

    @Test
    void where_opening_failed_the_next_use_tries_again() {
        AtomicInteger tries = new AtomicInteger();
        OnDemand<AutoCloseable> demand = new OnDemand<>(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("on purpose");
            }
            return () -> {};
        });

        assertThrows(IllegalStateException.class, demand::get);

        assertSame(demand.get(), demand.peek());
    }

    @Test
    void after_the_end_nothing_is_opened_any_more() {
        OnDemand<AutoCloseable> used = new OnDemand<>(() -> () -> {});
        AutoCloseable open = used.get();
        OnDemand<AutoCloseable> unused = new OnDemand<>(() -> {
            throw new IllegalStateException("never to be opened");
        });

        assertSame(open, used.end());
        assertNull(used.end());
        assertNull(unused.end());

        assertEquals(
                "engine.closed",
                assertThrows(FailureException.class, unused::get).failure().code());
        assertThrows(FailureException.class, used::get);
    }

    @Test
    void asking_how_meanings_are_and_closing_them_starts_nothing() {
        Meanings meanings = new Meanings(
                () -> {
                    throw new IllegalStateException("nobody has used it");
                },
                Path.of("native"));

        assertInstanceOf(EmbedderState.Asleep.class, meanings.state());
        meanings.close();
        assertThrows(FailureException.class, () -> meanings.query("hello"));
    }
}
