// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.agent.AgentDescriptor;
import officina.api.id.PluginId;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderState;
import officina.api.memory.EmbeddingModel;
import officina.api.record.RoutingCorrection;
import officina.embedding.minilm.internal.MiniLmEmbedderFactory;
import officina.orchestrator.local.internal.NoMeaning;
import officina.orchestrator.local.internal.Talk;
import officina.orchestrator.local.internal.text.Lines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The router with the real model of meanings, loaded once for all of these. */
class MeaningRouterTests {

    private static final AgentDescriptor TASK = Talk.descriptor();
    /** Longer than any machine takes to learn. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final String DOUBTFUL = "the parcel came";

    private static final IntentRouter ROUTER = new IntentRouter(LIMIT);
    private static final Path SHIPPED =
            Path.of("src/officina/orchestrator/local/internal/route").resolve(BackgroundMeanings.FILE);

    @TempDir
    private static Path folder;

    private static Embedder embedder;

    @BeforeAll
    static void open() {
        embedder = new MiniLmEmbedderFactory().open(folder);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void by_meaning_more_held_out_queries_are_right_than_by_words() throws Exception {
        double in = share(Lines.of(IntentRouter.class, "held-out-in-scope.txt"), TASK.plugin());
        double out = share(Lines.of(IntentRouter.class, "held-out-out-of-scope.txt"), null);

        assertTrue(in >= 0.92 && out >= 0.91, () -> "in scope " + in + ", out of scope " + out);
    }

    @Test
    void beside_the_agent_for_documents_the_one_for_to_dos_keeps_its_own() throws Exception {
        AgentDescriptor knowledge =
                Talk.descriptor(new PluginId("agent.knowledge"), Path.of("../officina.agent.knowledge"));
        List<AgentDescriptor> both = List.of(knowledge, TASK);

        double in = share(both, Lines.of(IntentRouter.class, "held-out-in-scope.txt"), TASK.plugin());
        double out = share(both, Lines.of(IntentRouter.class, "held-out-out-of-scope.txt"), null);

        assertTrue(in >= 0.92 && out >= 0.86, () -> "in scope " + in + ", out of scope " + out);
    }

    @Test
    void a_correction_steers_what_means_the_same_of_the_same_thing_and_nothing_else() throws Exception {
        AgentDescriptor documents =
                new AgentDescriptor(new PluginId("agent.documents"), "Documents", "", List.of(), false);
        List<RoutingCorrection> said =
                List.of(new RoutingCorrection("when was the boiler serviced last?", documents.plugin()));
        Learned learned = new Learned();

        Routing alike = learned.route("date of the most recent boiler service", said, List.of(documents), embedder);
        assertEquals(documents.plugin(), alike == null ? null : alike.agent());
        for (String other : List.of(
                "remind me to buy a new boiler", "boiler man comes on Friday at nine", "when was the dentist last?")) {
            assertNull(learned.route(other, said, List.of(documents), embedder), other);
        }
        List<RoutingCorrection> narrow =
                List.of(new RoutingCorrection("show my to-dos about the boiler", documents.plugin()));
        assertNull(learned.route("show my to-dos", narrow, List.of(documents), embedder));
    }

    private double share(List<String> queries, PluginId right) throws Exception {
        return share(List.of(TASK), queries, right);
    }

    private double share(List<AgentDescriptor> agents, List<String> queries, PluginId right) throws Exception {
        int found = 0;
        for (String query : queries) {
            PluginId agent = ROUTER.route(query, agents, Map.of(), embedder).agent();
            found += Optional.ofNullable(agent).equals(Optional.ofNullable(right)) ? 1 : 0;
        }
        return (double) found / queries.size();
    }

    /** With {@code -Dregenerate=true} the file is written anew. */
    @Test
    void the_meanings_of_the_background_that_are_shipped_are_those_of_this_model() throws Exception {
        List<String> background = Trained.background();
        Map<String, float[]> shipped = BackgroundMeanings.shipped(background, embedder.model());
        if (Boolean.getBoolean("regenerate")) {
            write(background);
            return;
        }

        assertEquals(background.size(), shipped.size(), "regenerate it with -Dregenerate=true");
        for (int i = 0; i < background.size(); i += 50) {
            float[] made = new MeaningSource(embedder).of(background.get(i));
            float[] read = shipped.get(background.get(i));
            double cosine = 0;
            for (int j = 0; j < made.length; j++) {
                cosine += made[j] * read[j];
            }
            assertTrue(cosine > 0.98, background.get(i) + ": " + cosine);
        }
    }

    private static void write(List<String> background) throws IOException, InterruptedException {
        Map<String, float[]> made = new HashMap<>();
        for (String text : background) {
            made.put(text, new MeaningSource(embedder).of(text));
        }
        Files.write(SHIPPED, BackgroundMeanings.written(background, embedder.model(), made));
    }

    @Test
    void nothing_of_another_model_or_another_background_is_taken_for_its_own() {
        List<String> background = Trained.background();
        EmbeddingModel other = new EmbeddingModel("another", 384, 256);

        assertEquals(Map.of(), BackgroundMeanings.shipped(background, other));
        assertEquals(Map.of(), BackgroundMeanings.shipped(background.subList(1, 10), embedder.model()));
    }

    @Test
    void what_stands_in_quotation_marks_and_how_a_query_ends_decide_nothing() throws Exception {
        assertEquals(route("Add \"buy milk\" to my list"), route("Add \"what is the capital of France?\" to my list"));
        assertEquals(route("What is due this week"), route("What is due this week?"));
    }

    @Test
    void the_same_query_gets_the_same_answer_from_a_router_that_learned_by_itself() throws Exception {
        assertEquals(route(DOUBTFUL), new IntentRouter(LIMIT).route(DOUBTFUL, List.of(TASK), Map.of(), embedder));
    }

    @Test
    void where_there_are_no_meanings_words_decide() throws Exception {
        Routing routing = new IntentRouter().route(DOUBTFUL, List.of(TASK), Map.of(), new NoMeaning());

        assertTrue(routing.confidence() > 0, "nobody decided");
        assertNotEquals(route(DOUBTFUL), routing);
    }

    @Test
    void a_query_waits_no_longer_than_its_patience_for_meanings_that_do_not_come() throws Exception {
        try (Stuck stuck = new Stuck()) {
            IntentRouter router = new IntentRouter(Duration.ofMillis(1));

            assertEquals(
                    new IntentRouter().route(DOUBTFUL, List.of(TASK), Map.of(), new NoMeaning()),
                    router.route(DOUBTFUL, List.of(TASK), Map.of(), stuck));
        }
    }

    @Test
    void what_words_leave_no_doubt_about_waits_for_nothing() throws Exception {
        try (Stuck stuck = new Stuck()) {
            IntentRouter router = new IntentRouter(LIMIT);
            String query = "Remind me to renew the passport by 12 December, high priority";

            assertEquals(
                    TASK.plugin(),
                    router.route(query, List.of(TASK), Map.of(), stuck).agent());
            assertFalse(stuck.asked, "the model was asked");
        }
    }

    @Test
    void another_embedder_is_learned_anew() throws Exception {
        IntentRouter router = new IntentRouter(LIMIT);
        router.route(DOUBTFUL, List.of(TASK), Map.of(), new NoMeaning());

        assertEquals(route(DOUBTFUL), router.route(DOUBTFUL, List.of(TASK), Map.of(), embedder));
    }

    private static Routing route(String query) throws InterruptedException {
        return ROUTER.route(query, List.of(TASK), Map.of(), embedder);
    }

    /** An embedder that does not answer before it is closed. */
    private static final class Stuck implements Embedder {

        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean asked;

        @Override
        public EmbeddingModel model() {
            return new EmbeddingModel("stuck", 1, 1);
        }

        @Override
        public EmbedderState state() {
            return new EmbedderState.Asleep();
        }

        @Override
        public int countTokens(String text) {
            return 1;
        }

        @Override
        public float[] query(String text) throws InterruptedException {
            asked = true;
            if (!closed.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("waited for the end of the test");
            }
            return new float[] {1};
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            return List.of();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
