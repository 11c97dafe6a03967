// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import officina.api.error.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One engine at a time has a data folder, in whichever process. */
@Timeout(60)
class DataFolderLockTests {

    @TempDir
    private Path folder;

    @Test
    void who_asks_again_in_the_same_process_does_not_let_another_process_in() throws Exception {
        try (DataFolder _ = DataFolder.open(folder, _ -> {})) {
            assertEquals("engine.in-use", inAnotherProcess());
            FailureException refused = assertThrows(FailureException.class, () -> DataFolder.open(folder, _ -> {}));
            assertEquals("engine.in-use", refused.failure().code());
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

    /** Opens a data folder and says how that went. */
    static final class Opener {

        public static void main(String[] words) {
            try (DataFolder _ = DataFolder.open(Path.of(words[0]), _ -> {})) {
                System.out.println("opened");
            } catch (FailureException e) {
                System.out.println(e.failure().code());
            }
        }
    }
}
