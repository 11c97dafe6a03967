// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** On a real session bus. */
@EnabledIf("possible")
class DesktopServiceTests {

    @TempDir
    Path folder;

    private NotificationDesktop desktop;

    static boolean possible() {
        return NotificationDesktop.possible();
    }

    @BeforeEach
    void open() throws IOException {
        desktop = new NotificationDesktop(folder);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    @Test
    void the_desktop_gets_the_words_and_tells_of_a_press() throws InterruptedException {
        desktop.serve("actions", "body");
        try (DesktopService service = DesktopService.open(desktop.address()).orElseThrow()) {
            CountDownLatch pressed = new CountDownLatch(1);
            service.show("Passport", "It is <time> & due — “now”", "Open", pressed::countDown);
            assertEquals(
                    "('Officina', 0, '', 'Passport', 'It is <time> & due — “now”', ['default', 'Open'],"
                            + " {'transient': <true>}, -1)",
                    desktop.next());
            desktop.press();
            assertTrue(pressed.await(10, TimeUnit.SECONDS), "the press was told within 10 s");
        }
    }

    @Test
    void where_the_desktop_reads_markup_words_stay_words() throws InterruptedException {
        desktop.serve("body-markup");
        try (DesktopService service = DesktopService.open(desktop.address()).orElseThrow()) {
            service.show("a < b", "<b>bold</b> & more", "Open", () -> {});
            assertTrue(desktop.next().contains("'a < b', '&lt;b&gt;bold&lt;/b&gt; &amp; more'"));
        }
    }

    @Test
    void without_a_bus_or_a_service_there_is_none() {
        assertEquals(Optional.empty(), DesktopService.open(null));
        assertEquals(Optional.empty(), DesktopService.open("unix:path=/nonexistent/bus"));
        assertEquals(Optional.empty(), DesktopService.open(desktop.address()));
    }
}
