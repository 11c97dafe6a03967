// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.api.event.RunEvent;
import officina.orchestrator.RunContext;
import org.junit.jupiter.api.Test;

/** A model says a word at a time; the journal gets a piece every while. */
class ModelTextTests {

    private static final int WORDS = 10_000;

    private final List<RunEvent> events = new ArrayList<>();
    private long now = 17;
    private final ModelText text = new ModelText(
            (RunContext) Proxy.newProxyInstance(
                    RunContext.class.getClassLoader(), new Class<?>[] {RunContext.class}, (_, method, arguments) -> {
                        assertEquals("emit", method.getName());
                        ((List<?>) arguments[0]).forEach(event -> events.add((RunEvent) event));
                        return null;
                    }),
            0,
            () -> now);

    @Test
    void ten_thousand_words_at_200_a_second_are_no_ten_thousand_events() {
        for (int i = 0; i < WORDS; i++) {
            text.onText("word ");
            now += Duration.ofMillis(5).toNanos();
        }
        text.flush();
        // one at once, then one every 50 ms, and the rest
        assertTrue(events.size() <= WORDS / 10 + 2, events.size() + " events");
        assertEquals("word ".repeat(WORDS), said());
    }

    @Test
    void what_comes_all_at_once_is_cut_by_its_size() {
        for (int i = 0; i < WORDS; i++) {
            text.onText("word ");
        }
        text.flush();
        int most = 5 * WORDS / 4_096 + 2;
        assertTrue(events.size() > 2 && events.size() <= most, events.size() + " events");
        assertEquals("word ".repeat(WORDS), said());
    }

    @Test
    void the_first_word_is_shown_at_once() {
        text.onText("Yes");
        assertEquals(List.of(new RunEvent.TextDelta(0, "Yes")), events);
    }

    private String said() {
        return events.stream().map(event -> ((RunEvent.TextDelta) event).text()).collect(Collectors.joining());
    }
}
