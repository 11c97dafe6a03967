// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.io.TempDir;

/** Exports where another process has the data open. */
class ExportCommandTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void an_encrypted_one_is_refused_before_anybody_is_asked_for_a_passphrase() {
        assertEquals(1, run("data", "export", "--encrypt"));
        assertTrue(text().startsWith("officina: An encrypted export is made only by the process that has"), text());
    }

    @Test
    void a_plain_one_is_refused_as_every_other_command_that_nobody_lets_in() {
        run("data", "export");
        assertEquals("officina: It is in use.\n", text());
    }

    private int run(String... words) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), new PrintStream(new ByteArrayOutputStream()), errors, false);
        FakeFactory factory = new FakeFactory(_ -> {
            throw new FailureException(Failure.of("engine.in-use", ErrorKind.RESOURCE, "It is in use.", null));
        });
        CommandContext context = new CommandContext(
                terminal, new EngineDoor(() -> factory, "1.2.3", Duration.ZERO), Map.of("HOME", folder.toString()));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
