// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import officina.api.error.FailureException;
import officina.core.run.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One journal at a time has the folder, in whichever process. */
@Timeout(60)
class FileJournalLockTests {

    @TempDir
    private Path folder;

    @Test
    void who_asks_again_in_the_same_process_does_not_let_another_process_in() throws Exception {
        try (Journal _ = TestJournals.open(folder)) {
            assertEquals("engine.in-use", inAnotherProcess());
            assertEquals("engine.in-use", TestJournals.failureOf(() -> TestJournals.open(folder)));
            assertEquals("engine.in-use", inAnotherProcess());
        }
        assertEquals("opened", inAnotherProcess());
    }

    private String inAnotherProcess() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = other.inputReader().readLine();
        other.waitFor();
        return said;
    }

    /** Opens a journal and says how that went. */
    static final class Opener {

        public static void main(String[] words) {
            try (Journal _ = TestJournals.open(Path.of(words[0]))) {
                System.out.println("opened");
            } catch (FailureException e) {
                System.out.println(e.failure().code());
            }
        }
    }
}
