// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.logging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import officina.engine.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class RotatedLogFilesTests {

    private static final Logger log = LoggerFactory.getLogger(RotatedLogFilesTests.class);

    @TempDir
    Path folder;

    @BeforeEach
    void keep_the_console_quiet() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
    }

    @Test
    void lines_go_into_the_folder_until_closed() throws IOException {
        try (Subscription _ = new RotatedLogFiles().writeTo(folder)) {
            log.warn("while open");
        }
        log.warn("after close");
        String text = Files.readString(folder.resolve("officina.log"));
        assertTrue(text.contains("while open"), text);
        assertFalse(text.contains("after close"), text);
    }

    @Test
    void a_long_log_is_cut_into_a_few_files() throws IOException {
        String line = "x".repeat(1_000);
        try (Subscription _ = new RotatedLogFiles().writeTo(folder)) {
            for (int i = 0; i < 20_000; i++) {
                log.warn(line);
            }
        }
        try (var files = Files.list(folder)) {
            assertTrue(files.count() <= 5);
        }
    }
}
