// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.product.tests.Product.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job and its accidents from a shell: no window, no network, no account. */
class CommandLineProductTests {

    private static final String PASSPORT = "Remind me to renew the passport by 12 December, high priority";

    @TempDir
    private Path folder;

    private Product product;

    @BeforeEach
    void install() throws IOException {
        product = Product.withQuickKey(folder);
    }

    @Test
    void a_message_in_direct_mode_becomes_a_to_do_in_a_folder_that_was_not_there() throws Exception {
        product = new Product(folder.resolve("first"));
        Outcome chat = product.run("chat", PASSPORT, "--mode", "direct", "--json");
        assertEquals(0, chat.code(), chat.err());
        assertEquals("done", chat.json().getFirst().get("phase").asText());

        List<JsonNode> todos = product.run("todo", "list", "--json").json();
        assertEquals(1, todos.size());
        assertEquals("Renew the passport", todos.getFirst().get("title").asText());
        assertTrue(todos.getFirst().get("due").asText().endsWith("-12-12"));
        assertEquals("high", todos.getFirst().get("priority").asText());
        assertEquals(List.of(), openToOthers(product.data()));
    }

    private static List<String> openToOthers(Path folder) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!permissions.endsWith("------")) {
                    open.add(permissions + " " + file);
                }
            }
        }
        return open;
    }

    @Test
    void plug_ins_that_came_with_it_are_found_and_one_is_installed_and_waits_for_what_it_needs() throws Exception {
        Outcome catalogs = product.run("plugins", "catalogs", "list", "--json");
        assertEquals(0, catalogs.code(), catalogs.err());
        assertEquals("officina", catalogs.json().getFirst().get("name").asText());
        Outcome found = product.run("plugins", "search", "--json");
        assertEquals(0, found.code(), found.err());
        List<String> bundles =
                found.json().stream().map(each -> each.get("bundle").asText()).toList();
        assertTrue(bundles.containsAll(List.of("officina.agent.browser", "officina.agent.files")), bundles.toString());

        Outcome installed = product.run("plugins", "install", "agent.files");
        assertEquals(0, installed.code(), installed.err());
        Outcome why = product.run("plugins", "why", "agent.files");
        assertTrue((why.out() + why.err()).contains("fs.read"), why.toString());
    }

    @Test
    void a_plan_is_approved_by_a_later_command_and_taken_back_by_another() throws Exception {
        Outcome chat = product.run("chat", PASSPORT, "--mode", "plan", "--json");
        assertEquals(3, chat.code(), chat.err());
        String run = chat.json().getFirst().get("run").asText();
        assertEquals(0, product.run("plan", "approve", run).code());
        assertEquals(1, product.run("todo", "list", "--json").json().size());
        assertEquals(0, product.run("runs", "undo", run).code());
        assertEquals(0, product.run("todo", "list", "--json").json().size());
        assertTrue(product.run("runs", "export", run).json().size() > 5);
    }

    @Test
    void a_wrong_passphrase_is_refused_and_nothing_is_lost() throws Exception {
        product.run("todo", "add", "Water the plants");
        Files.writeString(product.passphrase(), "wrong\n");
        Outcome refused = product.run("todo", "list", "--json");
        assertEquals(5, refused.code());
        assertEquals(
                "vault.wrong-passphrase",
                Product.parse(refused.err()).get("error").get("code").asText());
        Files.writeString(product.passphrase(), "correct horse\n");
        assertEquals(1, product.run("todo", "list", "--json").json().size());
    }

    @Test
    void text_that_is_not_utf8_is_refused() throws Exception {
        Outcome refused = product.run(new byte[] {'h', 'i', (byte) 0xc3, '(', '\n'}, "chat", "--json");
        assertEquals(2, refused.code(), refused.err());
        assertEquals(
                "usage.not-utf",
                Product.parse(refused.err()).get("error").get("code").asText());
    }

    @Test
    void a_hundred_megabytes_on_standard_input_are_refused() throws Exception {
        byte[] line = new byte[100 * 1024 * 1024];
        Arrays.fill(line, (byte) 'a');
        Outcome refused = product.run(line, "chat", "--json");
        assertEquals(1, refused.code(), refused.err());
        assertEquals(
                "chat.too-long",
                Product.parse(refused.err()).get("error").get("code").asText());
    }

    @Test
    void a_command_attaches_to_the_one_at_work_and_a_second_engine_is_refused() throws Exception {
        // the first has opened the folder when it shows an event, and then waits for a reader of the others
        List<String> titles =
                IntStream.range(0, 100).mapToObj(i -> "Water plant " + i).toList();
        Process first = product.start("chat", Product.listOf(titles), "--mode", "direct", "--events");
        try {
            assertNotNull(first.inputReader(StandardCharsets.UTF_8).readLine());
            Outcome attached = product.run("todo", "add", "Call Anna", "--json");
            assertEquals(0, attached.code(), attached.err());
            Outcome second = product.run("serve", "--json");
            assertEquals(4, second.code(), second.err());
            assertEquals(
                    "engine.in-use",
                    Product.parse(second.err()).get("error").get("code").asText());
            assertTrue(first.isAlive());
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertTrue(product.run("todo", "list").out().contains("Call Anna"));
    }

    @Test
    void serve_keeps_an_engine_for_commands_until_it_is_told_to_end() throws Exception {
        Process serving = product.start("serve", "--json");
        try {
            JsonNode said =
                    Product.parse(serving.inputReader(StandardCharsets.UTF_8).readLine());
            Path socket = Path.of(said.get("socket").asText());
            assertTrue(Files.exists(socket));
            assertEquals(serving.pid(), said.get("process").asLong());

            Outcome chat = product.run("chat", PASSPORT, "--mode", "plan", "--json");
            assertEquals(3, chat.code(), chat.err());
            String run = chat.json().getFirst().get("run").asText();
            assertEquals(
                    List.of(run),
                    product.run("plan", "list", "--json").json().stream()
                            .map(each -> each.get("run").asText())
                            .toList());
            assertTrue(product.run("plan", "show", run).out().contains("[ ] "));
            Outcome approved = product.run("plan", "approve", run);
            assertEquals(0, approved.code(), approved.err());
            assertTrue(approved.out().startsWith("Added Renew the passport, due "), approved.out());
            assertEquals(
                    "Renew the passport",
                    product.run("todo", "list", "--json")
                            .json()
                            .getFirst()
                            .get("title")
                            .asText());
            Outcome missing = product.run("runs", "show", "00000000-0000-0000-0000-000000000000", "--json");
            assertEquals(2, missing.code(), missing.err());
            Outcome wrong = product.run("todo", "list", "--nosuch", "--json");
            assertEquals(2, wrong.code(), wrong.err());
            assertEquals(
                    "usage.unknown-word",
                    Product.parse(wrong.err()).get("error").get("code").asText());
            assertTrue(product.run("doctor").out().contains("Attached to process " + serving.pid()));
            addsEditsAndDoes();

            serving.destroy();
            assertTrue(serving.waitFor(60, TimeUnit.SECONDS), "serve did not end");
            assertTrue(Files.notExists(socket));
        } finally {
            serving.destroyForcibly().waitFor();
        }
        assertEquals(1, product.run("todo", "list", "--json").json().size());
        Outcome doctor = product.run("doctor", "--json");
        assertEquals(0, doctor.code(), doctor.err());
        assertTrue(doctor.out().contains("runs its own"), doctor.out());
        List<String> ids =
                doctor.json().stream().map(each -> each.get("id").asText()).toList();
        assertTrue(ids.containsAll(List.of("key-storage", "data-folder", "journal", "store", "display")), ids + "");
    }

    @Test
    void a_killed_engine_is_replaced_and_the_commands_go_on() throws Exception {
        for (int i = 1; i <= 2; i++) {
            Process serving = product.start("serve", "--json");
            assertNotNull(serving.inputReader(StandardCharsets.UTF_8).readLine());
            assertEquals(0, product.run("todo", "add", "Water plant " + i).code());
            assertEquals(i, product.run("todo", "list", "--json").json().size());
            serving.destroyForcibly().waitFor();
        }
        assertEquals(2, product.run("todo", "list", "--json").json().size());
    }

    @Test
    void what_was_said_is_in_no_file_even_after_a_kill() throws Exception {
        String marker = "Xylophonmarkierung";
        product.withOwnTemp();
        product.run("chat", "Remind me to tune the " + marker + " tomorrow", "--mode", "direct");
        Process killed = product.start("chat", "Remind me to sell the " + marker, "--mode", "direct", "--events");
        killed.inputReader(StandardCharsets.UTF_8).readLine();
        killed.destroyForcibly().waitFor();

        product.look((file, text) -> {
            assertFalse(text.contains(marker), file.toString());
            assertFalse(text.replace("\0", "").contains(marker), file.toString());
        });
    }

    private void addsEditsAndDoes() throws Exception {
        String id = product.run("todo", "add", "Water the plants", "--due", "2026-11-30", "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
        assertEquals(0, product.run("todo", "edit", id, "--priority", "urgent").code());
        assertEquals(
                0, product.run("todo", "done", id.substring(id.length() - 8)).code());
        JsonNode done = product.run("todo", "list", "--done", "--json").json().getFirst();
        assertEquals("urgent", done.get("priority").asText());
        assertEquals("done", done.get("status").asText());
    }
}
