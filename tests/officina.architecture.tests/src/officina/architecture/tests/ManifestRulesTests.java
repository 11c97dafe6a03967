// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** House rules for META-INF/MANIFEST.MF, one test per bundle so that a failure names its bundle. */
class ManifestRulesTests {

    private static final Path BROKEN = Fixtures.FOLDER.resolve("manifests");

    @TestFactory
    Stream<DynamicTest> every_bundle_keeps_the_rules() {
        return Repository.bundles("bundles", "plugins-sdk", "tests").stream()
                .map(folder -> dynamicTest(
                        folder.getFileName().toString(),
                        () -> assertEquals(List.of(), ManifestRules.broken(BundleManifest.of(folder)))));
    }

    @Tag("built")
    @TestFactory
    Stream<DynamicTest> every_component_has_its_xml() {
        return Repository.shipped().stream()
                .map(folder -> dynamicTest(
                        folder.getFileName().toString(),
                        () -> assertEquals(List.of(), Components.brokenInJar(folder, BundleManifest.jar(folder)))));
    }

    @Test
    void most_of_the_bundles_with_code_have_components() {
        assertTrue(
                Repository.shipped().stream()
                                .filter(folder -> !Components.annotated(folder).isEmpty())
                                .count()
                        > 15,
                "this test would see components if there were some");
    }

    @Test
    void no_package_comes_from_two_bundles() {
        assertEquals(
                List.of(),
                ManifestRules.splitPackages(
                        Repository.shipped().stream().map(BundleManifest::of).toList()));
    }

    @Test
    void every_bundle_is_in_one_feature() {
        List<String> names = Repository.bundles("bundles").stream()
                .map(folder -> folder.getFileName().toString())
                .toList();

        assertEquals(
                List.of(), ManifestRules.notInOneFeature(names, Repository.list(Repository.ROOT.resolve("features"))));
    }

    /** Each folder below fixtures/manifests breaks what its file expected.txt says, and nothing else. */
    @TestFactory
    Stream<DynamicTest> each_rule_can_fail() {
        return Repository.list(BROKEN).stream()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> {
                    Path bundle = Repository.list(folder).stream()
                            .filter(child -> child.getFileName().toString().startsWith("officina."))
                            .findFirst()
                            .orElseThrow();
                    assertEquals(
                            Repository.text(folder.resolve("expected.txt"))
                                    .lines()
                                    .toList(),
                            ManifestRules.broken(BundleManifest.of(bundle)));
                }));
    }

    /** Each folder below fixtures/components is sources and content of a jar at once. */
    @TestFactory
    Stream<DynamicTest> components_without_their_xml_are_noticed() {
        return Repository.list(Fixtures.FOLDER.resolve("components")).stream()
                .map(folder -> dynamicTest(
                        folder.getFileName().toString(),
                        () -> assertEquals(
                                Repository.text(folder.resolve("expected.txt"))
                                        .lines()
                                        .toList(),
                                Components.broken(folder, folder))));
    }

    @Test
    void split_packages_and_forgotten_bundles_are_noticed() {
        BundleManifest bundle = BundleManifest.of(BROKEN.resolve("version/officina.sample"));
        BundleManifest same = new BundleManifest(Path.of("officina.other"), bundle.headers());

        assertEquals(
                List.of("officina.sample.api comes from [officina.other, officina.sample]"),
                ManifestRules.splitPackages(List.of(bundle, same)));
        assertEquals(
                List.of("officina.sample is in no feature"),
                ManifestRules.notInOneFeature(List.of("officina.sample"), List.of()));
    }
}
