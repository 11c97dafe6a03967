// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    /** It is done at the lowest priority. */
    private static final long LEARNING_LIMIT_SECONDS = 500;

    @TempDir
    private Path folder;

    /** Only the long tests wait for what is learnt beside this command; the others begin with what was learnt. */
    @Test
    void what_is_learnt_beside_the_first_command_holds_nothing_of_the_person() throws Exception {
        Product product = Product.withQuickKey(folder);
        if (Boolean.getBoolean("officina.long")) {
            product.withOwnCache();
        }
        Process serve = product.start("serve", "--json");
        try (BufferedReader said = serve.inputReader(StandardCharsets.UTF_8)) {
            assertEquals(
                    serve.pid(), Product.parse(said.readLine()).get("process").asLong());

            Outcome added = product.run("todo", "add", MARKER);
            assertEquals(new Outcome(0, "Added: " + MARKER + "\n", ""), added);
            List<Path> kept = kept(product.cache());
            assertEquals(
                    List.of("aot", "jar", "jsa"),
                    kept.stream().map(AttachProductTests::ending).sorted().toList());
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
                Product.doubtfulListOf(List.of("one", "two", "three", "four", "five", "six", "seven")),
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

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What the virtual machine keeps for the next commands, when it has learnt all of it; it does beside the first. */
    private static List<Path> kept(Path cache) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEARNING_LIMIT_SECONDS);
        List<Path> found = found(cache);
        while (found.isEmpty()) {
            assertTrue(System.nanoTime() < end, "nothing was learnt beside the first command");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            found = found(cache);
        }
        return found;
    }

    /** Nothing while a process learns, or before. */
    private static List<Path> found(Path cache) throws IOException {
        try (Stream<Path> files = Files.find(cache, Integer.MAX_VALUE, (file, as) -> as.isRegularFile())) {
            List<Path> all =
                    files.filter(file -> file.toString().contains("/learnt-")).toList();
            return all.stream().anyMatch(file -> file.toString().contains(".learning/")) ? List.of() : all;
        } catch (UncheckedIOException e) {
            // a file went while the folder was read
            return List.of();
        }
    }
}
