// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Another program that wants to lock bytes of a file: locks do not keep the own process away. */
final class OtherProcess {

    private OtherProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (FileChannel file =
                FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            boolean shared = Boolean.parseBoolean(arguments[3]);
            System.out.print(
                    file.tryLock(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]), shared) == null
                            ? "taken"
                            : "free");
        }
    }

    static boolean canLock(Path file, long from, long length, boolean shared) throws Exception {
        Path classes = Path.of(OtherProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes.toString(),
                        OtherProcess.class.getName(),
                        file.toString(),
                        Long.toString(from),
                        Long.toString(length),
                        Boolean.toString(shared))
                .redirectErrorStream(true)
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the other process does not end");
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.exitValue(), said);
            return switch (said) {
                case "free" -> true;
                case "taken" -> false;
                default -> throw new AssertionError(said);
            };
        } finally {
            process.destroyForcibly();
        }
    }
}
