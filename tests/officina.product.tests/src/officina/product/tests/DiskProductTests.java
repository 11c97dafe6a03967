// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import officina.product.tests.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product on a disk that is full or may not be written: it says so, loses nothing, and goes on when it can. */
class DiskProductTests {

    @TempDir
    private Path folder;

    @Test
    void a_disk_that_becomes_full_while_a_run_writes_loses_nothing_that_was_shown() throws Exception {
        try (OwnDisk disk = new OwnDisk(folder.resolve("data"), "8m")) {
            Product product = new Product(folder, disk.inside());
            disk.fill(0);
            Outcome refused = product.run("todo", "add", "Water the plants", "--json");
            assertNotEquals(0, refused.code(), "a first start on a full disk");
            assertTrue(error(refused).get("remedy").asText().contains("room"), refused.err());
            disk.makeRoom();
            assertEquals(0, product.run("todo", "add", "Water the plants").code());

            disk.fill(48 * 1024);
            List<String> titles = IntStream.range(0, 60)
                    .mapToObj(i -> "Call number " + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                    .toList();
            Outcome full =
                    product.run("chat", Product.doubtfulListOf(titles), "--mode", "direct", "--events", "--json");
            assertEquals(1, full.code(), full.err());
            assertSaysFull(full);
            List<JsonNode> shown = full.json();
            assertFalse(shown.isEmpty(), "the run had begun");
            String run = shown.getFirst().get("run").asText();

            disk.makeRoom();
            List<JsonNode> kept = product.run("runs", "export", run).json();
            assertEquals(shown, kept.subList(0, shown.size()));
            Outcome resumed = product.run("runs", "resume", run, "--json");
            assertEquals(0, resumed.code(), resumed.err());
            List<String> all = titles(product);
            assertEquals(new HashSet<>(all).size(), all.size(), "added twice: " + all);
            assertTrue(all.containsAll(titles), all.toString());
            assertTrue(all.contains("Water the plants"), all.toString());
        }
    }

    @Test
    void a_disk_that_may_not_be_written_is_refused_and_nothing_is_lost() throws Exception {
        try (OwnDisk disk = new OwnDisk(folder.resolve("data"), "8m")) {
            Product product = new Product(folder, disk.inside());
            assertEquals(0, product.run("todo", "add", "Water the plants").code());

            disk.remount("ro");
            Outcome refused = product.run("chat", "Remind me to call Anna", "--mode", "direct", "--json");
            assertEquals(5, refused.code(), refused.err());
            assertEquals("", refused.out());
            assertEquals("engine.read-only", error(refused).get("code").asText());

            disk.remount("rw");
            assertEquals(List.of("Water the plants"), titles(product));
        }
    }

    private static void assertSaysFull(Outcome outcome) {
        JsonNode error = error(outcome);
        String code = error.get("code").asText();
        assertTrue(List.of("journal.full", "store.full", "engine.no-room").contains(code), outcome.err());
        assertTrue(error.get("remedy").asText().contains("room"), outcome.err());
    }

    private static JsonNode error(Outcome outcome) {
        List<String> lines = outcome.err().lines().toList();
        assertEquals(1, lines.size(), "one line and no stack trace: " + outcome.err());
        return Product.parse(lines.getFirst()).get("error");
    }

    private static List<String> titles(Product product) throws IOException, InterruptedException {
        return product.run("todo", "list", "--json").json().stream()
                .map(todo -> todo.get("title").asText())
                .toList();
    }
}
