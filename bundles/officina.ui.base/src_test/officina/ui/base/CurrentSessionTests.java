// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import org.junit.jupiter.api.Test;

class CurrentSessionTests {

    private final SessionId session = new SessionId(UUID.randomUUID());
    private final RunId run = new RunId(UUID.randomUUID());
    private final CurrentSession current = new CurrentSession();
    private final List<Object> heard = new ArrayList<>();

    @Test
    void listeners_hear_each_change_once() {
        current.onChange(() -> heard.add(String.valueOf(current.session())));
        current.open(session);
        current.open(session);
        current.open(null);
        assertEquals(List.of(session.toString(), "null"), heard);
    }

    @Test
    void opening_a_session_looks_at_its_newest_run_again() {
        current.open(session, run);
        assertEquals(run, current.run());
        current.open(session);
        assertNull(current.run());
    }

    @Test
    void a_closed_subscription_hears_nothing() throws Exception {
        current.onChange(() -> heard.add("change")).close();
        current.open(session);
        assertEquals(List.of(), heard);
    }
}
