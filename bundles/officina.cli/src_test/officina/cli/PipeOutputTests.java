// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PipeOutputTests {

    @TempDir
    Path folder;

    @Test
    void a_reader_that_has_read_enough_is_no_error() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(), "mkfifo");
        Process reader = new ProcessBuilder("head", "-n", "1", pipe.toString()).start();
        try (PrintStream out = stream(new PipeOutput(new FileOutputStream(pipe.toFile())))) {
            out.println("one");
            assertEquals("one", reader.inputReader(StandardCharsets.UTF_8).readLine());
            assertTrue(reader.waitFor(20, TimeUnit.SECONDS), "the reader did not end");
            for (int i = 0; i < 10_000; i++) {
                out.println("more");
            }
            assertFalse(out.checkError());
        }
    }

    @Test
    void a_full_disk_is_one() throws IOException {
        try (PrintStream out = stream(new PipeOutput(new FileOutputStream("/dev/full")))) {
            out.println("one");
            assertTrue(out.checkError());
        }
    }

    private static PrintStream stream(PipeOutput to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
