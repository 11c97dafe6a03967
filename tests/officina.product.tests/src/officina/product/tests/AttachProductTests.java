// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import officina.product.tests.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands beside an engine, from a shell: what is kept for the next ones, and how they end. */
class AttachProductTests {

    private static final String MARKER = "marker of a to-do";
    private static final long LIMIT_SECONDS = 180;

    @TempDir
    private Path folder;

    @Test
    void what_is_learnt_from_the_first_command_holds_nothing_of_the_person() throws Exception {
        Product product = Product.withQuickKey(folder).withOwnCache();
        Process serve = product.start("serve", "--json");
        try (BufferedReader said = serve.inputReader(StandardCharsets.UTF_8)) {
            assertEquals(
                    serve.pid(), Product.parse(said.readLine()).get("process").asLong());

            Outcome added = product.run("todo", "add", MARKER);
            assertEquals(new Outcome(0, "Added: " + MARKER + "\n", ""), added);
            List<Path> kept = kept(product.cache());
            assertEquals(List.of(MARKER), titles(product.run("todo", "list", "--json")));
            for (Path file : kept) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.replace("\0", "").contains(MARKER), file + " holds what a person wrote");
            }
        } finally {
            serve.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_command_that_is_told_to_end_closes_its_engine() throws Exception {
        Product product = Product.withQuickKey(folder);
        Process chat = product.start(
                "chat",
                Product.listOf(List.of("one", "two", "three", "four", "five", "six", "seven")),
                "--mode",
                "direct",
                "--events");
        try (BufferedReader said = chat.inputReader(StandardCharsets.UTF_8)) {
            said.readLine();
            assertTrue(Files.exists(product.data().resolve("engine.sock")));
            chat.destroy();
            assertTrue(chat.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "still running");
        } finally {
            chat.destroyForcibly().waitFor();
        }
        assertFalse(Files.exists(product.data().resolve("engine.sock")), "the engine was not closed");
    }

    private static List<String> titles(Outcome list) {
        assertEquals(0, list.code(), list.err());
        return list.json().stream().map(todo -> todo.get("title").asText()).toList();
    }

    /** What the virtual machine keeps for the next command; it is made beside the first. */
    private static List<Path> kept(Path cache) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        List<Path> found = found(cache);
        while (found.isEmpty()) {
            assertTrue(System.nanoTime() < end, "nothing was learnt from the first command");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            found = found(cache);
        }
        return found;
    }

    private static List<Path> found(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file ->
                            file.toString().endsWith(".aot") && !file.toString().endsWith(".new.aot"))
                    .toList();
        }
    }
}
