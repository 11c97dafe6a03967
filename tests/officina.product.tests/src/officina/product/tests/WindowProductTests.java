// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import officina.product.tests.Product.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The window, {@code serve} and commands on one data folder, and their deaths. Starts two windows: only with --long. */
@EnabledIfSystemProperty(named = "officina.long", matches = "true")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
@EnabledIfEnvironmentVariable(named = "DBUS_SESSION_BUS_ADDRESS", matches = ".+")
class WindowProductTests {

    private static final long LIMIT_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void whoever_dies_another_takes_over_and_the_command_line_goes_on() throws Exception {
        Product product = new Product(folder).onDesktop();
        Process first = product.startWindow();
        Process window = first;
        Process serve = null;
        try {
            until("the window's engine listens", () -> "window".equals(holder(product, first)));
            assertEquals(0, product.run("todo", "add", "one").code());

            Process second = product.startWindow();
            assertTrue(second.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the second window stays");
            assertEquals(0, second.exitValue());

            kill(window);
            serve = product.start("serve", "--json");
            assertNotNull(serve.inputReader(StandardCharsets.UTF_8).readLine());
            assertEquals(1, titles(product));

            Process next = product.startWindow();
            window = next;
            until(
                    "the window is attached",
                    () -> next.descendants().findAny().isPresent()
                            && Files.exists(product.data().resolve("workbench/.metadata/.lock")));
            serve.destroyForcibly().waitFor();
            until("the window has taken over", () -> "window".equals(holder(product, next)));
            assertEquals(0, product.run("todo", "add", "two").code());
            assertEquals(2, titles(product));
        } finally {
            kill(window);
            if (serve != null) {
                serve.destroyForcibly().waitFor();
            }
        }
    }

    private static int titles(Product product) throws Exception {
        Outcome list = product.run("todo", "list", "--json");
        assertEquals(0, list.code(), list.err());
        return list.json().size();
    }

    /** Who answers at the socket. */
    private static String holder(Product product, Process window) {
        if (!Files.exists(product.data().resolve("engine.sock"))) {
            return "nobody";
        }
        try {
            String said = product.run("doctor").out();
            return window.descendants().anyMatch(each -> said.contains("Attached to process " + each.pid() + " "))
                    ? "window"
                    : "another";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void kill(Process window) {
        window.descendants().forEach(ProcessHandle::destroyForcibly);
        window.destroyForcibly();
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain until " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
