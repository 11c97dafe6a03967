// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreFilesTests {

    @TempDir
    Path proc;

    @Test
    void the_limit_keeps_memory_out_of_files() throws IOException {
        assertEquals(Result.VERIFIED, look("core", "0").orElseThrow().result());
        assertEquals(Result.PROBLEM, look("core", "unlimited").orElseThrow().result());
        assertEquals(
                Result.PROBLEM,
                look("|/usr/share/apport/apport %p", "1024").orElseThrow().result());
    }

    @Test
    void a_program_that_is_given_crashed_processes_is_named() throws IOException {
        Check check = look("|/usr/lib/systemd/systemd-coredump %P %u", "0").orElseThrow();
        assertEquals(Result.NOT_VERIFIED, check.result());
        assertTrue(check.text().contains("/usr/lib/systemd/systemd-coredump,"), check.text());
    }

    @Test
    void where_the_system_says_nothing_nothing_is_said() {
        assertEquals(Optional.empty(), CoreFiles.look(proc));
    }

    private Optional<Check> look(String pattern, String limit) throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel"));
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("sys/kernel/core_pattern"), pattern + "\n");
        Files.writeString(
                proc.resolve("self/limits"),
                "Limit                     Soft Limit           Hard Limit           Units     \n"
                        + "Max stack size            8388608              unlimited            bytes     \n"
                        + "Max core file size        %-21s%-21sbytes     \n".formatted(limit, limit));
        return CoreFiles.look(proc);
    }
}
