// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workbench as it was assembled opens, on a screen of its own: on another it would take the keyboard from those who
 * test with it. It is here, not with the tests of the products, which do not wait for it.
 */
@Tag("built")
@EnabledIfEnvironmentVariable(
        named = "DBUS_SESSION_BUS_ADDRESS",
        matches = ".+",
        disabledReason = "there is no key ring")
class WindowStartTests {

    private static final long LIMIT_SECONDS = 120;

    @TempDir
    private Path home;

    @Test
    void the_window_opens_on_a_folder_that_was_not_there() throws Exception {
        Path data = home.resolve("data");
        Process screen = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Process script = null;
        try {
            String number = screen.inputReader(StandardCharsets.US_ASCII).readLine();
            assertNotNull(number, "there is no screen");
            script = start(data, ":" + number);
            // what the window writes once it is open, shows its views and has read the settings that it was given
            Path theme = data.resolve("workbench/theme");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            while (!Files.exists(theme)) {
                assertTrue(script.isAlive(), () -> "it ended: " + Repository.text(home.resolve("said")));
                assertTrue(System.nanoTime() < end, "the window has not opened");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            assertEquals(List.of(), errors(data.resolve("logs")));
        } finally {
            if (script != null) {
                end(script);
            }
            screen.destroyForcibly().waitFor();
        }
    }

    private Process start(Path data, String screen) throws Exception {
        Path program = ProductTests.product("workbench").resolve("officina-workbench");
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OFFICINA") || name.equals("WAYLAND_DISPLAY"));
        builder.environment()
                .putAll(Map.of(
                        "DISPLAY", screen,
                        "GDK_BACKEND", "x11",
                        "HOME", home.toString(),
                        "XDG_CACHE_HOME", home.resolve("cache").toString(),
                        "JAVA_HOME", System.getProperty("java.home")));
        Process script = builder.start();
        script.getOutputStream().close();
        return script;
    }

    private static List<String> errors(Path logs) {
        return Repository.files(logs, ".log").stream()
                .flatMap(log -> Repository.text(log).lines())
                .filter(line -> line.contains(" ERROR "))
                .toList();
    }

    /** The script is the parent of what it starts. */
    private static void end(Process script) throws Exception {
        for (ProcessHandle each : script.descendants().toList()) {
            each.destroyForcibly();
            each.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        script.destroyForcibly().waitFor();
    }
}
