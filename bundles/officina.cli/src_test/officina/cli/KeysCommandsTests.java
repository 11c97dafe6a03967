// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.base.SecretText;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code officina keys ...} without a person at the terminal. */
class KeysCommandsTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final KeysEngine engine = new KeysEngine();
    private final List<SecretText> phrases = new ArrayList<>();
    private String openedWith = "";

    @Test
    void tells_how_the_key_is_kept() {
        assertEquals(0, run("keys", "show", "--json"));
        assertEquals("{\"storage\":\"passphrase\",\"text\":\"It is kept.\",\"phrase\":\"unchecked\"}\n", text(out));
        assertTrue(engine.closed);
    }

    @Test
    void takes_a_new_passphrase_from_a_file_and_prints_it_nowhere() throws IOException {
        assertEquals(0, run("keys", "passphrase", "--new-passphrase-file", file("open sesame\nmore\n")));
        assertEquals(List.of("passphrase open sesame"), engine.done);
        assertFalse((text(out) + text(err)).contains("sesame"));
    }

    @Test
    void asks_nobody_for_a_passphrase_and_changes_nothing_then() {
        assertEquals(5, run("keys", "passphrase"));
        assertTrue(text(err).startsWith("officina: Nobody can be asked for the new passphrase."), text(err));
        assertEquals(List.of(), engine.done);
    }

    @Test
    void goes_to_the_keyring_or_says_why_not() {
        assertEquals(5, run("keys", "keyring"));
        assertEquals("officina: No keyring.\n  Start one.\n", text(err));
        engine.keyring = true;
        assertEquals(0, run("keys", "keyring"));
        assertEquals(List.of("keyring"), engine.done);
    }

    @Test
    void prints_a_new_phrase_once_and_says_that_it_is_unchecked() {
        assertEquals(0, run("keys", "phrase", "new"));
        assertTrue(text(out).contains("   1 letter       2 advice"), text(out));
        assertTrue(text(out).endsWith("officina keys phrase check\n"), text(out));
        out.reset();
        assertEquals(0, run("keys", "phrase", "new", "--json"));
        assertEquals("{\"phrase\":\"" + KeysEngine.PHRASE + "\"}\n", text(out));
        assertEquals(List.of(), engine.done);
    }

    @Test
    void checks_a_phrase_from_a_file_of_several_lines() throws IOException {
        String lines = KeysEngine.PHRASE.replace(' ', '\n');
        assertEquals(0, run("keys", "phrase", "check", "--phrase-file", file(lines)));
        assertEquals(List.of("check " + lines), engine.done);
        assertEquals(
                2,
                run(
                        "keys",
                        "phrase",
                        "check",
                        "--phrase-file",
                        folder.resolve("none").toString()));
        assertEquals(5, run("keys", "phrase", "check"));
        assertEquals(0, run("keys", "phrase", "remove"));
    }

    @Test
    void recovers_with_a_phrase_and_keeps_the_key_anew() throws IOException {
        String phrase = file(KeysEngine.PHRASE);
        assertEquals(5, run("keys", "recover", "--phrase-file", phrase), "no keyring, and nobody to ask");
        assertEquals(KeysEngine.PHRASE, openedWith);
        assertEquals(5, run("keys", "recover", "--phrase-file", phrase, "--keyring"));
        assertEquals(List.of(), engine.done);
        assertEquals(0, run("keys", "recover", "--phrase-file", phrase, "--new-passphrase-file", file("open sesame")));
        assertEquals(List.of("passphrase open sesame"), engine.done);
        engine.keyring = true;
        assertEquals(0, run("keys", "recover", "--phrase-file", phrase));
        assertEquals(List.of("passphrase open sesame", "keyring"), engine.done);
        phrases.forEach(each -> assertThrows(IllegalStateException.class, each::copy, "not wiped"));
    }

    @Test
    void an_old_passphrase_has_no_place_in_a_recovery() throws IOException {
        String file = file("x");
        assertEquals(2, run("keys", "recover", "--phrase-file", file, "--passphrase-file", file));
        assertEquals(2, run("keys", "recover", "--phrase-file", file, "--new-passphrase-file", file, "--keyring"));
        assertEquals(5, run("keys", "recover"), "nobody can be asked");
        assertEquals("", openedWith);
    }

    @Test
    void only_a_recovery_opens_with_a_phrase() {
        assertEquals(0, run("keys", "show"));
        assertEquals(List.of(), phrases);
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), content)
                .toString();
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(
                        () -> new FakeFactory(options -> {
                            SecretText phrase = options.phrase();
                            if (phrase != null) {
                                phrases.add(phrase);
                                openedWith = new String(phrase.copy());
                            }
                            return engine;
                        }),
                        "1.2.3",
                        Duration.ZERO),
                Map.of("HOME", folder.toString()));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
