// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is published for authors of plug-ins. That it works, the examples show, which are built with nothing else. */
class SdkTests {

    private static final Path ROOT = Repository.ROOT;
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void the_kit_is_made_of_little_and_nothing_of_the_engine_comes_with_it() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        ROOT.resolve("releng/tools/Sdk.java").toString(),
                        ROOT.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(
                List.of(
                        "officina.api",
                        "officina.base",
                        "officina.core.plan",
                        "officina.core.plugin",
                        "officina.core.run",
                        "officina.core.schedule",
                        "officina.language",
                        "officina.protocol",
                        "officina.testkit"),
                List.of(said.strip().split(" ")));
    }

    @Test
    void examples_and_archetypes_are_built_with_the_same_versions_of_the_same_things() {
        Map<String, String> archetype = versions("plugins-sdk/archetypes/common/pom.xml");
        Map<String, String> examples = versions("examples/pom.xml");
        Map<String, String> platform = versions("target-platform/officina.target");
        archetype.replaceAll((artifact, version) -> version.startsWith("@version:officina")
                ? "${officina.version}"
                : version.startsWith("@version:") ? platform.get(artifact) : version);
        archetype.remove("${artifactId}");
        archetype.forEach((artifact, version) -> assertEquals(version, examples.get(artifact), artifact));
        assertTrue(archetype.size() > 6, archetype::toString);
    }

    private static Map<String, String> versions(String file) {
        Map<String, String> versions = new TreeMap<>();
        Matcher matcher = VERSION.matcher(Repository.text(ROOT.resolve(file)));
        while (matcher.find()) {
            versions.put(matcher.group(1), matcher.group(2));
        }
        return versions;
    }
}
