// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No logger is told what a person wrote. */
class LogRulesTests {

    private static final Path BROKEN = Fixtures.FOLDER.resolve("sources/log");

    @Test
    void every_call_of_a_logger_keeps_the_rules() {
        List<SourceFile> files = SourceFile.parse(Repository.shipped().stream()
                .flatMap(bundle -> Repository.files(bundle.resolve("src"), ".java").stream())
                .toList());

        assertTrue(files.size() > 300, "parsed: " + files.size());
        assertEquals(
                List.of(),
                files.stream().flatMap(file -> LogRules.broken(file).stream()).toList());
    }

    @Test
    void each_rule_can_fail() {
        List<SourceFile> files = SourceFile.parse(Repository.files(BROKEN, ".java"));

        assertEquals(
                Repository.text(BROKEN.resolve("expected.txt")).lines().toList(),
                files.stream().flatMap(file -> LogRules.broken(file).stream()).toList());
    }
}
