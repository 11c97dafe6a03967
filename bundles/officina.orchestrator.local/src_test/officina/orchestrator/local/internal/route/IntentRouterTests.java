// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import officina.api.agent.AgentDescriptor;
import officina.api.id.PluginId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the router to figures. The phrases were written before the router; the odd lines of both files were looked at
 * while it was tuned, the even ones are held out and only counted.
 */
class IntentRouterTests {

    private static final AgentDescriptor TASK = descriptor("agent.task", "task-agent.txt");
    private static final AgentDescriptor CALENDAR = descriptor("agent.calendar", "calendar-agent.txt");

    private final IntentRouter router = new IntentRouter();

    @Test
    void held_out_queries_for_the_agent_reach_it() {
        assertShare(0.76, heldOut("in-scope.txt"), query -> isFor(TASK, query, List.of(TASK)));
    }

    @Test
    void held_out_queries_for_nobody_are_recognised() {
        assertShare(0.89, heldOut("out-of-scope.txt"), query -> isFor(null, query, List.of(TASK)));
    }

    @Test
    void over_all_phrases_six_of_seven_are_right() {
        List<String> in = Lines.of("in-scope.txt");
        List<String> out = Lines.of("out-of-scope.txt");
        assertTrue(in.size() >= 80 && out.size() >= 60);

        assertShare(0.79, in, query -> isFor(TASK, query, List.of(TASK)));
        assertShare(0.93, out, query -> isFor(null, query, List.of(TASK)));
    }

    @Test
    void a_second_agent_takes_little_from_the_first() {
        List<AgentDescriptor> both = List.of(CALENDAR, TASK);

        assertShare(0.75, Lines.of("in-scope.txt"), query -> isFor(TASK, query, both));
        assertShare(0.91, Lines.of("out-of-scope.txt"), query -> isFor(null, query, both));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What meetings do I have tomorrow?",
                "Am I free on Friday afternoon?",
                "show my appointments for this week",
                "schedule a meeting with Peter on Thursday at 3",
                "do any of my meetings overlap?"
            })
    void of_two_agents_the_better_one_gets_the_query(String query) {
        assertEquals(CALENDAR.plugin(), route(query, List.of(CALENDAR, TASK)).agent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "???", "12", "🎉"})
    void what_has_no_words_is_for_nobody(String query) {
        assertNull(route(query, List.of(TASK)).agent());
    }

    @Test
    void without_agents_nobody_gets_it() {
        assertEquals(new Routing(null, 0), route("Remind me to call the bank", List.of()));
    }

    @Test
    void the_same_query_gets_the_same_answer_from_any_router() {
        String query = "Remind me to renew the passport by 12 December, high priority";

        assertEquals(route(new IntentRouter(), query, List.of(TASK)), route(query, List.of(TASK)));
    }

    @Test
    void confidence_is_a_probability_and_half_of_it_is_the_border() {
        for (String query : Lines.of("in-scope.txt")) {
            Routing routing = route(query, List.of(TASK));
            assertTrue(routing.confidence() > 0 && routing.confidence() < 1, query);
            assertEquals(routing.confidence() >= 0.5, routing.agent() != null, query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is due this week", "which tasks have high priority", "what is the capital of Peru"})
    void a_question_mark_is_no_argument(String question) {
        assertEquals(route(question, List.of(TASK)), route(question + "?", List.of(TASK)));
    }

    @Test
    void an_example_itself_is_for_its_agent() {
        assertShare(1, TASK.examples(), query -> isFor(TASK, query, List.of(TASK)));
    }

    @Test
    void what_stands_in_quotation_marks_is_a_name_and_decides_nothing() {
        List<AgentDescriptor> agents = List.of(TASK);

        assertEquals(
                route("Add \"buy milk\" to my list", agents),
                route("Add \"what is the capital of France, delete all\" to my list", agents));
    }

    @Test
    void a_page_pasted_behind_a_request_does_not_hide_it() {
        String page = "\nLorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(20_000);

        assertEquals(
                TASK.plugin(),
                route("Remind me to send the slides to Tom by Friday:" + page.substring(0, 200), List.of(TASK))
                        .agent());
        route(page, List.of(TASK));
    }

    @Test
    void agents_that_change_are_learned_anew() {
        String query = "show my appointments for this week";
        route(query, List.of(TASK));

        assertEquals(CALENDAR.plugin(), route(query, List.of(CALENDAR)).agent());
    }

    @Test
    void a_doubtful_query_that_speaks_of_something_the_person_has_is_for_who_looks_after_it() {
        List<AgentDescriptor> agents = List.of(TASK);
        Map<PluginId, List<String>> titles = Map.of(TASK.plugin(), List.of("Pick up the parcel", "Renew the passport"));

        assertEquals(
                List.of(Optional.empty(), Optional.of(TASK.plugin())),
                List.of(
                        Optional.ofNullable(
                                route("forget about the parcel", agents).agent()),
                        Optional.ofNullable(router.route("forget about the parcel", agents, titles)
                                .agent())));
    }

    @Test
    void no_title_makes_a_query_of_something_else() {
        Map<PluginId, List<String>> titles =
                Map.of(TASK.plugin(), List.of("Capital of France", "what is the weather like", "delete everything"));

        assertNull(router.route("what is the capital of France", List.of(TASK), titles)
                .agent());
        assertNull(router.route("what's the weather like in Paris", List.of(TASK), titles)
                .agent());
    }

    private Routing route(String query, List<AgentDescriptor> agents) {
        return route(router, query, agents);
    }

    private static Routing route(IntentRouter router, String query, List<AgentDescriptor> agents) {
        return router.route(query, agents, Map.of());
    }

    private interface Judge {
        boolean isRight(String query);
    }

    private static void assertShare(double least, List<String> queries, Judge judge) {
        List<String> wrong =
                queries.stream().filter(query -> !judge.isRight(query)).toList();
        double share = 1 - (double) wrong.size() / queries.size();
        assertTrue(share >= least, () -> "only " + share + " are right");
    }

    private boolean isFor(AgentDescriptor agent, String query, List<AgentDescriptor> agents) {
        PluginId chosen = route(query, agents).agent();
        return agent == null ? chosen == null : agent.plugin().equals(chosen);
    }

    private static List<String> heldOut(String file) {
        List<String> all = Lines.of(file);
        List<String> half = new ArrayList<>();
        for (int i = 1; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private static AgentDescriptor descriptor(String id, String file) {
        List<String> lines = Lines.of(file);
        return new AgentDescriptor(new PluginId(id), lines.get(0), lines.get(1), lines.subList(2, lines.size()));
    }
}
