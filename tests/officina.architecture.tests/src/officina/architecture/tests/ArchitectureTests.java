// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rules about classes, on the byte code of everything that was built. */
@Tag("built")
class ArchitectureTests {

    private static final ClassFileImporter IMPORTER = new ClassFileImporter();

    @SuppressWarnings("NullAway.Init")
    private static JavaClasses product;

    @BeforeAll
    static void look() {
        // of what is not ours the names are enough; reading it takes most of the time
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        product = IMPORTER.importPaths(folders(Repository.shipped(), "target/classes"));
    }

    @TestFactory
    Stream<DynamicTest> what_ships_keeps_the_rules() {
        return Rules.forProduct().stream()
                .map(rule -> dynamicTest(
                        rule.name(), () -> rule.rule().allowEmptyShould(true).check(product)));
    }

    @TestFactory
    Stream<DynamicTest> tests_keep_the_rules() {
        List<Path> folders = Stream.concat(
                        folders(Repository.shipped(), "target/test-classes").stream(),
                        folders(Repository.bundles("tests"), "target/classes").stream())
                .toList();
        JavaClasses classes = IMPORTER.importPaths(folders);
        return Rules.forTests().stream()
                .map(rule -> dynamicTest(
                        rule.name(), () -> rule.rule().allowEmptyShould(true).check(classes)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_can_fail() {
        return Stream.concat(Rules.forProduct().stream(), Rules.forTests().stream())
                .map(rule -> dynamicTest(rule.name(), () -> {
                    JavaClasses classes = IMPORTER.importPath(Fixtures.compile(rule.name()));
                    assertThrows(AssertionError.class, () -> rule.rule().check(classes));
                }));
    }

    @Test
    void every_bundle_was_looked_at() {
        List<String> unseen = Repository.shipped().stream()
                .filter(bundle ->
                        !Repository.files(bundle.resolve("src"), ".java").isEmpty())
                .filter(bundle -> Repository.files(bundle.resolve("target/classes"), ".class")
                        .isEmpty())
                .map(bundle -> bundle.getFileName().toString())
                .toList();

        assertEquals(List.of(), unseen, "not built");
        assertTrue(product.size() > 60, "classes looked at: " + product.size());
    }

    private static List<Path> folders(List<Path> bundles, String inside) {
        return bundles.stream()
                .map(bundle -> bundle.resolve(inside))
                .filter(Files::isDirectory)
                .toList();
    }
}
