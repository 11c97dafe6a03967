// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import officina.product.tests.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while a run writes: every event that was shown is there, in order, once; the store agrees with the
 * journal; the run is offered for resume and does the rest exactly once.
 */
class KillProductTests {

    private static final int ROUNDS = Boolean.getBoolean("officina.long") ? 200 : 20;
    private static final int TODOS = 12;

    @TempDir
    private Path folder;

    @Test
    void nothing_acknowledged_is_lost_or_doubled() throws Exception {
        Product product = new Product(folder);
        long seed = Long.getLong("officina.seed", System.nanoTime());
        Random random = new Random(seed);
        int interrupted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String where = "seed " + seed + ", round " + round;
            List<JsonNode> shown = killed(product, round, random.nextInt(90));
            if (shown.isEmpty()) {
                continue;
            }
            String run = shown.getFirst().get("run").asText();
            List<JsonNode> kept = product.run("runs", "export", run).json();
            assertTrue(kept.size() >= shown.size(), where);
            assertEquals(shown, kept.subList(0, shown.size()), where);
            assertDense(kept, where);
            // opening the folder for the export has found the run and said so in its journal
            String last = kept.getLast().get("type").asText();
            if (last.equals("run.interrupted")) {
                interrupted++;
                Outcome resumed = product.run("runs", "resume", run, "--json");
                assertEquals(0, resumed.code(), where + resumed.err());
                assertEquals("done", resumed.json().getFirst().get("phase").asText(), where);
            } else {
                assertEquals("run.finished", last, where);
            }
            assertEquals(titles(round), titlesInStore(product, round), where);
        }
        assertTrue(interrupted > 0, "no kill hit a run at work: seed " + seed);
    }

    /** Starts a run that adds to-dos, kills it after some events; what it had shown until then. */
    private static List<JsonNode> killed(Product product, int round, int after)
            throws IOException, InterruptedException {
        String text = titles(round).stream()
                .map(title -> "- " + title)
                .collect(Collectors.joining("\n", "Add to-dos:\n", "\n"));
        Process process = product.start("chat", text, "--mode", "direct", "--events");
        process.getOutputStream().close();
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
        return shown;
    }

    private static void assertDense(List<JsonNode> events, String where) {
        for (int i = 1; i < events.size(); i++) {
            assertEquals(
                    events.get(i - 1).get("seq").asLong() + 1,
                    events.get(i).get("seq").asLong(),
                    where);
        }
    }

    private static Set<String> titles(int round) {
        return IntStream.range(0, TODOS)
                .mapToObj(i -> "Water plant " + round + " number " + (char) ('a' + i))
                .collect(Collectors.toSet());
    }

    private static Set<String> titlesInStore(Product product, int round) throws IOException, InterruptedException {
        List<String> titles = product.run("todo", "list", "--text", "plant", "--json").json().stream()
                .map(todo -> todo.get("title").asText())
                .filter(title -> title.startsWith("Water plant " + round + " "))
                .toList();
        Set<String> once = new HashSet<>(titles);
        assertEquals(once.size(), titles.size(), "a to-do was added twice: " + titles);
        return once;
    }
}
