// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.product.tests.Product.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while a run writes: every event that was shown is there, in order, once; the store agrees with the
 * journal; the run is offered for resume and does the rest exactly once. Each kill meets a program that has just
 * recovered from the one before; what is kept is looked at after every few of them.
 */
@Order(1)
class KillProductTests {

    private static final int ROUNDS = Boolean.getBoolean("officina.long") ? 200 : 20;
    private static final int ROUNDS_TO_A_LOOK = 5;
    private static final int TODOS = 12;
    private static final long LIMIT_SECONDS = 120;

    /** What a kill has left is all that there is to find its reason by. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final long seed = Long.getLong("officina.seed", System.nanoTime());
    private Product product;
    private int interrupted;

    @BeforeEach
    void install() throws IOException {
        product = Product.withQuickKey(folder);
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled() throws Exception {
        Random random = new Random(seed);
        Set<String> wanted = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round += ROUNDS_TO_A_LOOK) {
            Map<String, List<JsonNode>> shown = new LinkedHashMap<>();
            for (int kill = round; kill < Math.min(ROUNDS, round + ROUNDS_TO_A_LOOK); kill++) {
                List<String> titles = titles(kill);
                // loading the model takes half of a command's time: one kill of those between two looks may hit that
                String message = kill == round ? Product.doubtfulListOf(titles) : Product.listOf(titles);
                List<JsonNode> events = killed(message, random.nextInt(90));
                shown.put(events.getFirst().get("run").asText(), events);
                wanted.addAll(titles);
            }
            look(shown, wanted, "seed " + seed + ", before round " + (round + ROUNDS_TO_A_LOOK) + ", in " + folder);
        }
        assertTrue(interrupted > 0, "no kill hit a run at work: seed " + seed + ", in " + folder);
    }

    /** Starts a run that adds to-dos, kills it after some events; what it had shown until then. */
    private List<JsonNode> killed(String message, int after) throws IOException, InterruptedException {
        Process process = product.start("chat", message, "--mode", "direct", "--events");
        List<JsonNode> shown = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                shown.add(Product.parse(line));
                if (shown.size() == after + 1) {
                    process.destroyForcibly();
                    break;
                }
            }
        }
        process.waitFor();
        assertFalse(
                shown.isEmpty(),
                "nothing was shown: seed " + seed + ", in " + folder + ", exit code " + process.exitValue());
        return shown;
    }

    private void look(Map<String, List<JsonNode>> shown, Set<String> wanted, String where) throws Exception {
        // opening the folder finds the runs that did not end and says so in their journals
        Process serve = product.start("serve", "--json");
        try (BufferedReader said = serve.inputReader(StandardCharsets.UTF_8)) {
            assertNotNull(said.readLine(), where);
            finish(serve, shown, where);
            serve.destroy();
            assertTrue(serve.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "still serving: " + where);
        } finally {
            serve.destroyForcibly().waitFor();
        }
        List<String> stored = product.run("todo", "list", "--text", "plant", "--json").json().stream()
                .map(todo -> todo.get("title").asText())
                .sorted()
                .toList();
        assertEquals(List.copyOf(wanted), stored, where);
    }

    /** Looks at the journals and has the rest done, by the engine that serves. */
    private void finish(Process serve, Map<String, List<JsonNode>> shown, String where) throws Exception {
        Map<String, List<JsonNode>> kept = attached(serve, where, words("export", shown.keySet())).json().stream()
                .collect(Collectors.groupingBy(event -> event.get("run").asText()));
        Set<String> unfinished = new TreeSet<>();
        shown.forEach((run, events) -> {
            List<JsonNode> all = kept.get(run);
            assertTrue(all.size() >= events.size(), where);
            assertEquals(events, all.subList(0, events.size()), where);
            assertDense(all, where);
            String last = all.getLast().get("type").asText();
            if (last.equals("run.interrupted")) {
                unfinished.add(run);
            } else {
                assertEquals("run.finished", last, where);
            }
        });
        if (!unfinished.isEmpty()) {
            Outcome resumed = attached(serve, where, words("resume", unfinished));
            assertEquals(
                    unfinished.stream().map(run -> "done").toList(),
                    resumed.json().stream()
                            .map(run -> run.get("phase").asText())
                            .toList(),
                    where);
        }
        interrupted += unfinished.size();
    }

    /** What a command says that the engine answers; where it fails, how that engine is and what it logged. */
    private Outcome attached(Process serve, String where, String... words) throws Exception {
        Outcome outcome = product.run(words);
        if (outcome.code() != 0) {
            String told = where + "\n" + outcome.err() + product.endOfLog();
            assertTrue(serve.isAlive(), () -> "the engine ended with " + serve.exitValue() + ": " + told);
            fail("exit code " + outcome.code() + ", and the engine is there: " + told);
        }
        return outcome;
    }

    private static String[] words(String verb, Set<String> runs) {
        return Stream.of(Stream.of("runs", verb), runs.stream(), Stream.of("--json"))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    private static void assertDense(List<JsonNode> events, String where) {
        for (int i = 1; i < events.size(); i++) {
            assertEquals(
                    events.get(i - 1).get("seq").asLong() + 1,
                    events.get(i).get("seq").asLong(),
                    where);
        }
    }

    private static List<String> titles(int round) {
        return IntStream.range(0, TODOS)
                .mapToObj(i -> "Water plant " + round + " number " + (char) ('a' + i))
                .toList();
    }
}
