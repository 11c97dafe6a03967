// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.bridge.SLF4JBridgeHandler;

class ErrorStreamLogTests {

    private final Logger root = Logger.getLogger("");
    private final List<Handler> before = Arrays.asList(root.getHandlers());
    private final PrintStream error = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(error);
        SLF4JBridgeHandler.uninstall();
        before.forEach(root::addHandler);
    }

    @Test
    void what_nobody_can_act_on_is_not_logged_and_what_else_a_library_warns_of_is() {
        LoggerContext context = new LoggerContext();
        new ErrorStreamLog().configure(context);

        assertFalse(
                context.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider")
                        .isErrorEnabled(),
                "it tells at each start");
        assertFalse(context.getLogger("org.apache.pdfbox.pdfparser").isErrorEnabled(), "it tells of each file");
        assertTrue(context.getLogger("org.apache.lucene.store").isWarnEnabled(), "too much is quiet");
        context.stop();
    }

    @Test
    void what_a_library_tells_the_logging_of_java_is_printed_by_nobody_else() {
        LoggerContext context = new LoggerContext();
        new ErrorStreamLog().configure(context);

        Logger.getLogger("org.apache.lucene").log(Level.WARNING, "words of a library");
        context.stop();

        assertEquals("", printed.toString(StandardCharsets.UTF_8));
        assertEquals(
                List.of(SLF4JBridgeHandler.class),
                Arrays.stream(root.getHandlers()).map(Object::getClass).toList());
    }
}
