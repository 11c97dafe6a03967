// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import officina.api.agent.AgentDescriptor;
import officina.api.id.PluginId;
import officina.api.memory.Embedder;
import officina.orchestrator.local.internal.NoMeaning;
import officina.orchestrator.local.internal.Talk;
import officina.orchestrator.local.internal.text.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the router to figures. The phrases were split before it was tuned: those of the tuning files may be looked at,
 * those that are held out are only counted. What the real agent says of itself is what is learned.
 */
class IntentRouterTests {

    private static final AgentDescriptor TASK = Talk.descriptor();
    private static final AgentDescriptor CALENDAR = calendar();

    private static final Embedder EMBEDDER = new NoMeaning();

    /** One that has learned each set of agents, because learning takes time. */
    private static final Map<List<AgentDescriptor>, IntentRouter> ROUTERS = new ConcurrentHashMap<>();

    private final IntentRouter router = new IntentRouter();

    @Test
    void held_out_queries_for_the_agent_reach_it() {
        assertShare(0.92, held("in-scope"), query -> isFor(TASK, query, List.of(TASK)));
    }

    @Test
    void held_out_queries_for_nobody_are_recognised() {
        assertShare(0.91, held("out-of-scope"), query -> isFor(null, query, List.of(TASK)));
    }

    @Test
    void of_the_queries_it_was_tuned_with_most_are_right() {
        assertShare(0.93, tuning("in-scope"), query -> isFor(TASK, query, List.of(TASK)));
        assertShare(0.97, tuning("out-of-scope"), query -> isFor(null, query, List.of(TASK)));
    }

    @Test
    void what_is_held_out_is_no_example_no_background_and_not_looked_at_elsewhere() {
        Set<String> known = new HashSet<>();
        TASK.examples().forEach(example -> known.add(plain(example)));
        lines("background.txt").forEach(phrase -> known.add(plain(phrase)));
        tuning("in-scope").forEach(phrase -> known.add(plain(phrase)));
        tuning("out-of-scope").forEach(phrase -> known.add(plain(phrase)));

        List<String> twice = Stream.concat(held("in-scope").stream(), held("out-of-scope").stream())
                .filter(phrase -> known.contains(plain(phrase)))
                .toList();

        assertEquals(List.of(), twice);
    }

    @Test
    void a_second_agent_takes_little_from_the_first() {
        List<AgentDescriptor> both = List.of(CALENDAR, TASK);

        assertShare(0.89, held("in-scope"), query -> isFor(TASK, query, both));
        assertShare(0.89, held("out-of-scope"), query -> isFor(null, query, both));
    }

    @Test
    void the_agent_for_documents_takes_little_from_the_one_for_to_dos() {
        AgentDescriptor knowledge =
                Talk.descriptor(new PluginId("agent.knowledge"), Path.of("../officina.agent.knowledge"));
        List<AgentDescriptor> both = List.of(knowledge, TASK);

        assertShare(1, TASK.examples(), query -> isFor(TASK, query, both));
        assertShare(1, knowledge.examples(), query -> isFor(knowledge, query, both));
        assertShare(0.98, held("in-scope"), query -> !isFor(knowledge, query, both));
        assertShare(0.98, tuning("in-scope"), query -> !isFor(knowledge, query, both));
        // by words alone the border is stricter with two; by meaning it is not (MeaningRouterTests)
        assertShare(0.86, held("in-scope"), query -> isFor(TASK, query, both));
    }

    @Test
    void an_agent_with_few_examples_gets_its_own_and_nothing_of_one_with_many() {
        AgentDescriptor packing =
                Talk.descriptor(new PluginId("agent.packing"), Path.of("../../examples/packing/src/main/resources"));
        List<AgentDescriptor> both = List.of(packing, TASK);

        assertShare(1, packing.examples(), query -> isFor(packing, query, both));
        assertShare(1, TASK.examples(), query -> isFor(TASK, query, both));
        assertShare(1, tuning("in-scope"), query -> !isFor(packing, query, both));
        assertShare(0.92, held("in-scope"), query -> isFor(TASK, query, both));
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
        for (String query : tuning("in-scope")) {
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
        route(router, query, List.of(TASK));

        assertEquals(CALENDAR.plugin(), route(router, query, List.of(CALENDAR)).agent());
    }

    @Test
    void a_doubtful_query_that_speaks_of_something_the_person_has_is_for_who_looks_after_it() throws Exception {
        List<AgentDescriptor> agents = List.of(TASK);
        Map<PluginId, List<String>> titles = Map.of(TASK.plugin(), List.of("Pick up the parcel", "Renew the passport"));

        assertEquals(
                List.of(Optional.empty(), Optional.of(TASK.plugin())),
                List.of(
                        Optional.ofNullable(route("the parcel came", agents).agent()),
                        Optional.ofNullable(router.route("the parcel came", agents, titles, EMBEDDER)
                                .agent())));
    }

    @Test
    void no_title_makes_a_query_of_something_else() throws Exception {
        Map<PluginId, List<String>> titles =
                Map.of(TASK.plugin(), List.of("Capital of France", "what is the weather like", "delete everything"));

        assertNull(router.route("what is the capital of France", List.of(TASK), titles, EMBEDDER)
                .agent());
        assertNull(router.route("what's the weather like in Paris", List.of(TASK), titles, EMBEDDER)
                .agent());
    }

    private static Routing route(String query, List<AgentDescriptor> agents) {
        return route(ROUTERS.computeIfAbsent(agents, each -> new IntentRouter()), query, agents);
    }

    private static Routing route(IntentRouter router, String query, List<AgentDescriptor> agents) {
        try {
            return router.route(query, agents, Map.of(), EMBEDDER);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
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

    private static List<String> held(String side) {
        return lines("held-out-" + side + ".txt");
    }

    private static List<String> tuning(String side) {
        return lines("tuning-" + side + ".txt");
    }

    private static List<String> lines(String file) {
        return Lines.of(IntentRouter.class, file);
    }

    private static String plain(String phrase) {
        return phrase.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static AgentDescriptor calendar() {
        List<String> lines = lines("calendar-agent.txt");
        return new AgentDescriptor(
                new PluginId("agent.calendar"), lines.get(0), lines.get(1), lines.subList(2, lines.size()), false);
    }
}
