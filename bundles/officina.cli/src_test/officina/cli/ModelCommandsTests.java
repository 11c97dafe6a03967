// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import officina.engine.Models;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code officina models ...} from words to what is printed. */
class ModelCommandsTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeModels models = new FakeModels();

    @Test
    void accounts_are_listed_with_what_there_is_to_know() {
        assertEquals(0, run("models", "list"));
        assertEquals("There is no account. Add one: officina models add ollama\n", text(out));
        models.accounts.add(FakeModels.account("work", "https://models.example/v1", "large"));
        models.use("work", null, null);
        out.reset();

        assertEquals(0, run("models", "list", "--json"));

        assertEquals(
                "{\"account\":\"work\",\"provider\":\"provider.openai\",\"address\":\"https://models.example/v1\","
                        + "\"model\":\"large\",\"key\":false,\"used\":true}\n",
                text(out));
    }

    @Test
    void the_models_of_an_account_are_listed() {
        assertEquals(0, run("models", "list", "work", "--json"));
        assertEquals(
                "{\"model\":\"tiny\",\"title\":\"Tiny\",\"contextLength\":4096,\"tools\":true}\n"
                        + "{\"model\":\"large\",\"title\":\"large\"}\n",
                text(out));
        out.reset();
        assertEquals(0, run("models", "list", "work"));
        assertEquals("tiny   4096 tokens\nlarge\n", text(out).replaceAll(" +\n", "\n"));
    }

    @Test
    void a_known_server_needs_no_address_and_another_does() {
        assertEquals(0, run("models", "add", "ollama", "--model", "qwen3:8b"));
        assertEquals(
                "http://127.0.0.1:11434/v1",
                models.accounts.getFirst().account().address().toString());
        assertEquals("qwen3:8b", models.accounts.getFirst().account().model());
        assertEquals("Added the account ollama.\n", text(out));
        out.reset();
        assertEquals(0, run("models", "add", "openai"));
        assertEquals("Added the account openai. Give it a key: officina models key openai\n", text(out));

        assertEquals(2, run("models", "add", "mine"));
        assertTrue(text(err).startsWith("officina: That is no account: an account has an address."), text(err));
        assertEquals(2, run("models", "add", "mine", "--address", "https://me:secret@models.example/v1"));
        assertFalse(text(err).contains("secret"), text(err));
        assertEquals(2, models.accounts.size());
    }

    @Test
    void a_key_comes_from_a_file_and_is_printed_nowhere() throws IOException {
        models.accounts.add(FakeModels.account("work", "https://models.example/v1", null));
        Path file = Files.writeString(folder.resolve("key"), "sk-open-sesame\n");

        assertEquals(0, run("models", "key", "work", "--key-file", file.toString()));
        assertEquals(0, run("models", "key", "work", "--remove"));

        assertEquals(List.of("key work sk-open-sesame", "no key work"), models.done);
        assertFalse((text(out) + text(err)).contains("sesame"), "the key was printed");
        assertEquals(2, run("models", "key", "work"));
        assertTrue(text(err).startsWith("officina: Nobody can be asked for the key."), text(err));
    }

    @Test
    void a_model_is_tried_and_what_goes_wrong_ends_with_its_code() {
        assertEquals(1, run("models", "test"));
        assertTrue(text(err).startsWith("officina: No model is chosen."), text(err));
        assertEquals(0, run("models", "test", "work/org/model:7b", "--json"));
        assertEquals(
                "{\"account\":\"work\",\"model\":\"org/model:7b\",\"firstMillis\":20,\"wholeMillis\":30}\n", text(out));
        models.offline = true;
        err.reset();
        assertEquals(1, run("models", "test", "work"));
        assertEquals("officina: Nobody is there.\n  Start it.\n", text(err));
    }

    @Test
    void which_model_answers_is_chosen_told_and_taken_back() {
        assertEquals(0, run("models", "use", "work/large"));
        assertEquals("The model large of work answers (global).\n", text(out));
        out.reset();
        assertEquals(0, run("models", "use", "--json"));
        assertEquals("{\"account\":\"work\",\"model\":\"large\",\"scope\":\"global\"}\n", text(out));
        out.reset();
        assertEquals(0, run("models", "use", "none"));
        assertEquals("No model answers.\n", text(out));
        assertEquals(0, run("models", "use", "default"));
        assertEquals(0, run("models", "remove", "work"));
        assertEquals(List.of("use work", "use " + Models.NONE, "use null", "remove work"), models.done);
    }

    @Test
    void words_that_do_not_go_together_choose_nothing() {
        assertEquals(2, run("models", "use", "none", "--project", "Garden", "--session", "1234"));
        assertTrue(text(err).contains("give --project or --session, not both"), text(err));
        assertEquals(2, run("models", "use", ""));
        assertEquals(2, run("models", "use", "/large"));
        assertEquals(List.of(), models.done);
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(() -> new FakeFactory(_ -> models.engine()), "1.2.3", Duration.ZERO),
                Map.of("HOME", folder.toString()));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
