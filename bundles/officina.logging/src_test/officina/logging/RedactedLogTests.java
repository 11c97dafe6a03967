// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Threads;
import officina.engine.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** No log line holds what a person wrote, whoever logs it and however deep it lies. */
class RedactedLogTests {

    private static final String MARKER = "Xylophonmarkierung";
    private static final Logger log = LoggerFactory.getLogger(RedactedLogTests.class);
    private static final LoggerContext CONTEXT = (LoggerContext) LoggerFactory.getILoggerFactory();

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void keep_the_console_quiet() {
        CONTEXT.reset();
    }

    @Test
    void words_of_a_throwable_its_causes_and_what_was_suppressed_stay_out() throws IOException {
        IllegalStateException thrown = new IllegalStateException(
                MARKER,
                new FailureException(
                        Failure.of("record.invalid", ErrorKind.USER, "\"" + MARKER + "\" is too long.", null),
                        new SQLException("insert into todo values ('" + MARKER + "')", "42000", 42101)));
        thrown.addSuppressed(new IOException("/home/anna/" + MARKER + "\n\tat " + MARKER));

        String text = logged(() -> log.error("it went wrong", thrown));

        assertFalse(text.contains(MARKER), text);
        assertEquals(
                List.of(
                        "java.lang.IllegalStateException",
                        "\tSuppressed: java.io.IOException",
                        "Caused by: officina.api.error.FailureException",
                        "Caused by: java.sql.SQLException [42101]"),
                text.lines()
                        .skip(1)
                        .filter(line -> !line.matches("\\s*(at|\\.\\.\\.) .*"))
                        .toList());
        assertTrue(text.contains("\tat officina.logging.RedactedLogTests."), text);
    }

    @Test
    void words_of_a_library_stay_out() throws IOException {
        String text = logged(() -> LoggerFactory.getLogger("org.h2.sample").warn("refused: {}", MARKER));

        assertFalse(text.contains(MARKER), text);
        assertTrue(text.contains("org.h2.sample"), text);
    }

    @Test
    void a_thread_that_dies_is_told_of_once() throws Exception {
        String text;
        try (Subscription _ = new RotatedLogFiles().writeTo(folder);
                ExecutorService perTask = Threads.perTask("call");
                ExecutorService inOrder = Threads.inOrder("view")) {
            Threads.start("reader", RedactedLogTests::die);
            Threads.startPlatform("writer", RedactedLogTests::die);
            perTask.execute(RedactedLogTests::die);
            inOrder.execute(RedactedLogTests::die);
            text = awaitDeaths(4);
        }

        assertFalse(text.contains(MARKER), text);
        assertEquals(List.of("call-0", "reader", "view", "writer"), deaths(text));
        assertEquals(
                4, text.lines().filter("java.lang.StackOverflowError"::equals).count());
    }

    private String awaitDeaths(int count) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            String text = Files.readString(folder.resolve("officina.log"));
            if (deaths(text).size() >= count && text.endsWith("\n")) {
                return text;
            }
            assertTrue(System.nanoTime() < end, () -> "waited for " + count + " deaths, found " + deaths(text));
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static List<String> deaths(String text) {
        return Pattern.compile("thread (\\S+) ended by an error")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    @Test
    void the_error_stream_gets_no_words_of_throwables() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try {
            CONTEXT.reset();
            Configurator configurator =
                    ServiceLoader.load(Configurator.class).findFirst().orElseThrow();
            configurator.setContext(CONTEXT);
            configurator.configure(CONTEXT);
            log.error("odd", new IOException(MARKER, new IOException(MARKER)));
        } finally {
            System.setErr(before);
        }

        String text = seen.toString(StandardCharsets.UTF_8);
        assertFalse(text.contains(MARKER), text);
        assertTrue(text.endsWith("odd" + System.lineSeparator()), text);
    }

    private static void die() {
        throw new StackOverflowError(MARKER);
    }

    private String logged(Runnable work) throws IOException {
        try (Subscription _ = new RotatedLogFiles().writeTo(folder)) {
            work.run();
        }
        return Files.readString(folder.resolve("officina.log"));
    }
}
