// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import officina.base.Threads;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxLimits;
import officina.sandbox.SandboxRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the step that is too much until the program is refused it or has ended. That it is stopped is
 * held to; how fast is told, since that depends on what else the machine does.
 */
@Timeout(300)
class LimitTimesTests {

    private static final int PROCESSOR_SECONDS = 2;

    private static final SandboxLimits LITTLE =
            new SandboxLimits(Duration.ofSeconds(PROCESSOR_SECONDS), 900L << 20, 64, 64, 1 << 20, 8 << 20);

    @TempDir
    private Path folder;

    @Test
    void a_breach_is_stopped_at_the_level_of_bubblewrap(TestReporter reporter) throws Exception {
        try (Sandbox sandbox = Levels.bubblewrap()) {
            stopped(sandbox, reporter);
        }
    }

    @Test
    void a_breach_is_stopped_at_the_level_of_lockdown(TestReporter reporter) throws Exception {
        try (Sandbox sandbox = Levels.lockdown()) {
            stopped(sandbox, reporter);
        }
    }

    private void stopped(Sandbox sandbox, TestReporter reporter) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path classes = classes();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("level", sandbox.level().toString());
        for (String what : List.of("heap", "memory", "files", "length", "processes", "threads", "processor")) {
            told.put(what, "%.1f ms".formatted(nanos(sandbox, classes, what) / 1e6));
        }
        reporter.publishEntry(told);
    }

    /** Where whoever it runs as comes to them. */
    private Path classes() throws Exception {
        Path classes = folder.resolve("classes");
        for (Class<?> each : List.of(Breaker.class, Class.forName(Breaker.class.getName() + "$Step"))) {
            String name = each.getName().replace('.', '/') + ".class";
            Path file = classes.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = Objects.requireNonNull(each.getResourceAsStream("/" + name))) {
                Files.copy(in, file);
            }
        }
        return classes;
    }

    private static void drain(InputStream errors) {
        try {
            errors.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // nobody wants them
        }
    }

    private long nanos(Sandbox sandbox, Path classes, String what) throws Exception {
        Path work = Files.createDirectory(folder.resolve(what));
        List<String> line = new ArrayList<>(List.of(
                JavaHome.current().program().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:MaxDirectMemorySize=64g"));
        if (what.equals("heap")) {
            // as a plug-in host has it
            line.add("-XX:+ExitOnOutOfMemoryError");
        }
        line.addAll(
                List.of("-cp", classes.toString(), Breaker.class.getName(), what, Integer.toString(PROCESSOR_SECONDS)));
        Process process = sandbox.start(
                line,
                SandboxRules.of(new SandboxFolders(work, List.of(classes)))
                        .withLimits(what.equals("processor") ? LITTLE : LITTLE.withProcessor(Duration.ofSeconds(60))));
        Thread errors = Threads.start("errors", () -> drain(process.getErrorStream()));
        long taken = 0;
        long held = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String each = lines.readLine(); each != null; each = lines.readLine()) {
                String[] words = each.split(" ");
                if (words[0].equals("takes")) {
                    taken = Long.parseLong(words[1]);
                } else if (words[0].equals("held")) {
                    held = Long.parseLong(words[1]);
                }
            }
        }
        long ended = System.nanoTime();
        process.waitFor();
        errors.join();
        boolean livesOn = !List.of("heap", "processor").contains(what);
        assertEquals(livesOn, held > 0, () -> what + " is to be refused, or to end the program");
        assertTrue(taken > 0 || what.equals("processor"), () -> what + " was not tried");
        // the kernel may be ahead of the program's own reckoning
        return taken == 0 ? 0 : (livesOn ? held : ended) - taken;
    }
}
