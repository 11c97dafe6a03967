// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LockFileTests {

    @TempDir
    private Path folder;

    @Test
    void what_this_process_holds_nobody_else_gets_even_when_this_process_asks_again() throws Exception {
        Path file = folder.resolve("lock");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        try (LockFile first = LockFile.take(file)) {
            assertNotNull(first);
            assertEquals("held", asked(file));
            assertNull(LockFile.take(file));
            assertNull(LockFile.take(link.resolve("lock")));
            assertEquals("held", asked(file), "asking again has dropped it");
        }
        assertEquals("free", asked(file));
        try (LockFile second = LockFile.take(file)) {
            assertNotNull(second);
            assertEquals("held", asked(file));
        }
    }

    @Test
    void what_another_process_holds_is_not_taken_and_can_be_taken_after_it() throws Exception {
        Path file = folder.resolve("lock");
        Process other = other(file, "hold").start();
        assertEquals("free", other.inputReader().readLine());
        assertNull(LockFile.take(file));
        other.getOutputStream().close();
        other.waitFor();
        try (LockFile mine = LockFile.take(file)) {
            assertNotNull(mine);
        }
    }

    @Test
    void closing_twice_does_not_close_what_somebody_else_took_since() throws Exception {
        Path file = folder.resolve("lock");
        LockFile first = LockFile.take(file);
        assertNotNull(first);
        first.close();
        try (LockFile second = LockFile.take(file)) {
            assertNotNull(second);
            first.close();
            assertNull(LockFile.take(file));
            assertEquals("held", asked(file));
        }
    }

    private static String asked(Path file) throws IOException, InterruptedException {
        Process other = other(file, "ask").start();
        String said = other.inputReader().readLine();
        assertEquals(true, other.waitFor(30, TimeUnit.SECONDS));
        return said;
    }

    private static ProcessBuilder other(Path file, String what) {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        file.toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Looks whether a file is locked, and keeps it for as long as it is asked to. */
    static final class OtherProcess {

        public static void main(String[] words) throws IOException {
            Path file = Path.of(words[0]);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                System.out.println(lock == null ? "held" : "free");
                if (words[1].equals("hold")) {
                    System.in.read();
                }
            }
        }
    }
}
