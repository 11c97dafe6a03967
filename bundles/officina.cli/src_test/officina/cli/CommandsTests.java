// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line does before, and without, an engine. */
class CommandsTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeFactory factory = new FakeFactory(_ -> {
        throw opens();
    });
    private String code = "engine.in-use";

    private RuntimeException opens() {
        if (code.isEmpty()) {
            throw new StackOverflowError();
        }
        return new FailureException(Failure.of(code, ErrorKind.USER, "What happened.", "What to do."));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void output_that_cannot_be_written_is_a_failure() throws IOException {
        try (PrintStream full = new PrintStream(new FileOutputStream("/dev/full"), true, StandardCharsets.UTF_8)) {
            assertEquals(1, run(full, "--help"));
        }
        assertTrue(text(err).startsWith("officina: Not everything could be written to standard output."), text(err));
    }

    @Test
    void the_doctor_tells_why_the_data_does_not_open() {
        assertEquals(4, run("doctor", "--json"));
        assertTrue(text(out).contains("\"opening\""), text(out));
        assertTrue(text(out).contains("What to do."), text(out));
        assertTrue(text(out).contains("\"display\""), text(out));
        assertEquals("", text(err));
    }

    @Test
    void the_doctor_writes_down_what_does_not_open() {
        assertEquals(4, run("doctor", "--bundle", "/nowhere/a.zip"));
        assertEquals(List.of("engine.in-use /nowhere/a.zip"), factory.diagnosed);
        assertTrue(text(out).endsWith("Written to /nowhere/a.zip\nLook into it before you hand it over.\n"), text(out));
    }

    @Test
    void an_error_that_nobody_expected_ends_with_its_own_code() {
        code = "";
        assertEquals(70, run("todo", "list"));
        assertTrue(text(err).contains("StackOverflowError"), text(err));
    }

    @Test
    void prints_its_version() {
        assertEquals(0, run("--version"));
        assertEquals("Officina 1.2.3\n", text(out));
    }

    @Test
    void an_unknown_command_is_named_on_the_error_stream_with_the_usage() {
        assertEquals(2, run("dance", "the", "tango"));
        assertTrue(text(err).startsWith("officina: There is no such command: 'dance'\n"), text(err));
        assertEquals("", text(out));
    }

    @Test
    void every_command_has_help() {
        assertEquals(0, run("todo", "add", "--help"));
        assertTrue(text(out).startsWith("Usage: officina todo add"), text(out));
    }

    @Test
    void help_is_about_the_command_that_is_named_however_deep() {
        assertEquals(0, run("todo", "add", "--help"));
        String said = text(out);
        out.reset();
        assertEquals(0, run("help", "todo", "add"));
        assertEquals(said, text(out));

        out.reset();
        assertEquals(2, run("help", "todo", "dance"));
        assertTrue(text(err).startsWith("officina: Unknown subcommand 'dance'.\nUsage: officina todo "), text(err));
        assertEquals("", text(out));
    }

    @Test
    void a_date_that_is_none_says_what_a_date_looks_like() {
        assertEquals(2, run("todo", "add", "x", "--due", "tomorrow"));
        assertTrue(text(err).contains("'tomorrow' is not a date like 2026-12-31"), text(err));
    }

    @ParameterizedTest
    @CsvSource({"engine.in-use, 4", "vault.wrong-passphrase, 5", "engine.read-only, 5", "run.missing, 1"})
    void failures_have_their_exit_codes(String failure, int expected) {
        code = failure;
        assertEquals(expected, run("todo", "list"));
        assertEquals("officina: What happened.\n  What to do.\n", text(err));
    }

    @Test
    void a_failure_as_json_is_one_line_on_the_error_stream() {
        assertEquals(4, run("todo", "list", "--json"));
        assertEquals(
                "{\"error\":{\"code\":\"engine.in-use\",\"kind\":\"user\",\"message\":\"What happened.\","
                        + "\"remedy\":\"What to do.\",\"retryable\":false}}\n",
                text(err));
    }

    @Test
    void what_would_steer_the_terminal_is_shown_not_obeyed() {
        assertEquals("a\ufffd[2Jb\n\tc", Output.printable("a\u001b[2Jb\n\tc"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "todo list --nosuch --json | usage.unknown-word | Unknown option: '--nosuch' | officina todo list",
                "--json dance | usage.unknown-word | Unknown option: '--json' | officina",
                "todo --json | usage.unknown-word | Unknown option: '--json' | officina todo",
                "todo add --json | usage.missing-word | Missing required parameter: 'TITLE' | officina todo add",
                "todo list --json --data | usage.missing-word | Missing required parameter for option '--data' (DIR) |"
                        + " officina todo list",
                "sessions delete x --json | usage.missing-word | Missing required option: '--yes' |"
                        + " officina sessions delete",
                "chat --mode bogus --json | usage.wrong-word |"
                        + " Invalid value for option '--mode': 'bogus' is none of direct, plan | officina chat",
                "runs list --limit abc --json | usage.wrong-word |"
                        + " Invalid value for option '--limit': 'abc' is not a whole number | officina runs list",
                "data erase now --json | usage.unknown-word | More than the command takes: 'now' | officina data erase"
            })
    void with_json_wrong_words_are_one_line_of_json_too(String words, String failure, String message, String command) {
        assertEquals(2, run(words.split(" ")));
        assertEquals(
                "{\"error\":{\"code\":\"" + failure + "\",\"kind\":\"user\",\"message\":\"" + message
                        + "\",\"remedy\":\"\\\"" + command
                        + " --help\\\" shows what it takes.\",\"retryable\":false}}\n",
                text(err));
        assertEquals("", text(out));
    }

    @Test
    void a_missing_subcommand_is_a_usage_error() {
        assertEquals(2, run("todo"));
        assertTrue(text(err).startsWith("officina: A subcommand is missing."), text(err));
    }

    @Test
    void text_that_is_not_utf8_is_refused() {
        InputStream broken = new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b'});
        FailureException refused = assertThrows(FailureException.class, () -> Inputs.text(broken));
        assertEquals("usage.not-utf", refused.failure().code());
    }

    @Test
    void an_endless_input_is_refused_after_a_bounded_read() {
        Endless endless = new Endless();
        FailureException refused = assertThrows(FailureException.class, () -> Inputs.text(endless));
        assertEquals("chat.too-long", refused.failure().code());
        assertTrue(endless.read < 20_000_000, "read " + endless.read);
    }

    @Test
    void nothing_is_erased_unless_somebody_says_so() {
        assertEquals(1, run("data", "erase", "--data", "/nowhere"));
        assertTrue(text(err).startsWith("officina: Nobody can be asked"), text(err));
        assertEquals(List.of(), factory.erased);

        assertEquals(0, run("data", "erase", "--data", "/nowhere", "--yes", "--json"));
        assertEquals(List.of(Path.of("/nowhere")), factory.erased);
        assertEquals("{\"erased\":\"/nowhere\",\"left\":[\"notes.txt\"]}\n", text(out));
    }

    private int run(String... words) {
        return run(stream(out), words);
    }

    private int run(PrintStream to, String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), to, stream(err), false);
        CommandContext context = new CommandContext(
                terminal, new EngineDoor(() -> factory, "1.2.3", Duration.ZERO), Map.of("HOME", "/nowhere"));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** Gives letters for ever. */
    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            java.util.Arrays.fill(into, from, from + length, (byte) 'a');
            read += length;
            return length;
        }
    }
}
