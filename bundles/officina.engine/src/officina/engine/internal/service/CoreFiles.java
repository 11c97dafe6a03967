// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;

/**
 * Whether a crash leaves this process's memory, with what is decrypted in it, in a file: the limit that the start scripts
 * set, and who is given crashed processes whatever the limit is (core(5)).
 */
final class CoreFiles {

    private static final String ID = "core-files";
    private static final String TITLE = "Memory after a crash";
    private static final String LIMIT = "Max core file size";

    private CoreFiles() {}

    /**
     * Empty where the system does not say, as outside Linux.
     *
     * @param proc where the system tells of itself: {@code /proc}
     */
    static Optional<Check> look(Path proc) {
        try {
            String pattern =
                    Files.readString(proc.resolve("sys/kernel/core_pattern")).strip();
            String limits = Files.readString(proc.resolve("self/limits"));
            return limits.lines()
                    .filter(line -> line.startsWith(LIMIT))
                    .findFirst()
                    .map(line -> check(pattern, line));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Check check(String pattern, String limit) {
        boolean none = limit.substring(LIMIT.length()).strip().startsWith("0 ");
        if (!none) {
            return new Check(
                    ID,
                    TITLE,
                    Result.PROBLEM,
                    "A crash may write the memory of this process, with what is decrypted in it, to a file.",
                    "Start Officina by its own script, which forbids that, or say \"ulimit -c 0\" before.");
        }
        if (pattern.startsWith("|")) {
            String program = pattern.substring(1).strip().split(" ", 2)[0];
            return new Check(
                    ID,
                    TITLE,
                    Result.NOT_VERIFIED,
                    "No file is written, but the system gives crashed processes to " + program
                            + ", which may keep their memory in spite of the limit.",
                    "The ones of systemd and Ubuntu keep to the limit; of another one only its settings say it.");
        }
        return new Check(ID, TITLE, Result.VERIFIED, "It is written to no file.", "");
    }
}
