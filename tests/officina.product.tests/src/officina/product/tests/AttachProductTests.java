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

/** Commands beside an engine of another process, from a shell: attached, faster from then on, and after its death. */
class AttachProductTests {

    private static final String MARKER = "marker of a to-do";
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void commands_attach_to_serve_and_go_on_when_it_is_killed() throws Exception {
        Product product = new Product(folder);
        Process serve = product.start("serve", "--json");
        try (BufferedReader said = serve.inputReader(StandardCharsets.UTF_8)) {
            assertEquals(
                    serve.pid(), Product.parse(said.readLine()).get("process").asLong());

            Outcome added = product.run("todo", "add", MARKER);
            assertEquals(new Outcome(0, "Added: " + MARKER + "\n", ""), added);
            assertFalse(kept().isEmpty(), "nothing was learnt from the first command");
            for (Path file : kept()) {
                assertFalse(holds(file, MARKER), file + " holds what a person wrote");
            }
            assertEquals(List.of(MARKER), titles(product.run("todo", "list", "--json")));
            assertEquals(2, product.run("todo", "dance").code());

            serve.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(product.data().resolve("engine.sock")), "the socket of the dead engine is gone");
        Outcome after = product.run("todo", "list", "--json");
        assertEquals(List.of(MARKER), titles(after), after.err());
        assertFalse(
                Files.exists(product.data().resolve("engine.sock")), "the socket of the dead engine is still there");
    }

    private static List<String> titles(Outcome list) {
        assertEquals(0, list.code(), list.err());
        return list.json().stream().map(todo -> todo.get("title").asText()).toList();
    }

    /** What the virtual machine keeps for the next command; it is made beside the first. */
    private static List<Path> kept() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        List<Path> found = found();
        while (found.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            found = found();
        }
        return found;
    }

    private static List<Path> found() throws IOException {
        try (Stream<Path> files = Files.find(
                Product.cache(),
                4,
                (file, _) ->
                        file.toString().endsWith(".aot") && !file.toString().contains(".new."))) {
            return files.toList();
        }
    }

    private static boolean holds(Path file, String text) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    }
}
