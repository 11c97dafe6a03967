// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import officina.api.agent.AgentDescriptor;
import officina.api.id.PluginId;
import officina.api.record.RoutingCorrection;
import officina.orchestrator.local.internal.NoMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a correction steers by words alone; by meaning it is in {@link MeaningRouterTests}. */
class LearnedTests {

    private static final AgentDescriptor DOCUMENTS =
            new AgentDescriptor(new PluginId("agent.documents"), "Documents", "Answers.", List.of(), false);
    private static final RoutingCorrection BOILER =
            new RoutingCorrection("when was the boiler serviced last?", DOCUMENTS.plugin());

    private final Learned learned = new Learned();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when was the boiler serviced last?",
                " when was the boiler serviced last? ",
                "When was the boiler last serviced",
                "when was the boiler serviced last please"
            })
    void the_same_or_nearly_the_same_goes_where_the_person_said(String query) throws Exception {
        Routing routing = learned.route(query, List.of(BOILER), List.of(DOCUMENTS), new NoMeaning());

        assertEquals(DOCUMENTS.plugin(), routing == null ? null : routing.agent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remind me to have the boiler serviced",
                "when was the war?",
                "what is due today?",
                "the boiler",
                "",
                "???"
            })
    void anything_else_is_not_steered(String query) throws Exception {
        assertNull(learned.route(query, List.of(BOILER), List.of(DOCUMENTS), new NoMeaning()));
    }

    @Test
    void a_message_that_is_kept_in_part_is_known_again() throws Exception {
        String message = IntStream.range(0, 300)
                .mapToObj(at -> "when was boiler number" + at + " serviced")
                .collect(Collectors.joining(" and ", "  ", "\ud83d\ude00?"));
        RoutingCorrection kept = new RoutingCorrection(RoutingCorrection.phraseOf(message), DOCUMENTS.plugin());

        Routing routing = learned.route(message, List.of(kept), List.of(DOCUMENTS), new NoMeaning());

        assertEquals(DOCUMENTS.plugin(), routing == null ? null : routing.agent());
    }

    @Test
    void an_agent_that_is_gone_gets_nothing() throws Exception {
        assertNull(learned.route(BOILER.phrase(), List.of(BOILER), List.of(), new NoMeaning()));
    }

    @Test
    void of_two_that_fit_the_newer_holds() throws Exception {
        AgentDescriptor other = new AgentDescriptor(new PluginId("agent.other"), "Other", "Acts.", List.of(), false);
        RoutingCorrection newer = new RoutingCorrection(BOILER.phrase(), other.plugin());

        Routing routing =
                learned.route(BOILER.phrase(), List.of(newer, BOILER), List.of(DOCUMENTS, other), new NoMeaning());

        assertEquals(other.plugin(), routing == null ? null : routing.agent());
    }
}
