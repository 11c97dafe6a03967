// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about source files. */
class SourceRulesTests {

    private static final int REVIEW = 400;
    private static final int LIMIT = 800;
    private static final String HEADER = """
            // SPDX-License-Identifier: Apache-2.0
            // Copyright (c) 2026 the Officina authors
            """;

    @Test
    void no_source_file_is_too_long() throws IOException {
        List<String> review = new ArrayList<>();
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources()) {
            long lines = Repository.text(source).lines().count();
            String entry = "%5d %s".formatted(lines, Repository.ROOT.relativize(source));
            if (lines > LIMIT) {
                tooLong.add(entry);
            } else if (lines > REVIEW) {
                review.add(entry);
            }
        }
        Files.write(Path.of("target/long-classes.txt"), review);

        assertEquals(List.of(), tooLong, "split these: more than " + LIMIT + " lines");
    }

    @Test
    void every_source_file_states_its_licence() {
        List<Path> without = sources().stream()
                .filter(source -> !Repository.text(source).startsWith(HEADER))
                .map(Repository.ROOT::relativize)
                .toList();

        assertEquals(List.of(), without, "the first two lines are not the licence header");
    }

    @Test
    void every_package_of_what_ships_says_what_it_is() {
        List<Path> without = Repository.shipped().stream()
                .flatMap(bundle -> Repository.files(bundle.resolve("src"), ".java").stream())
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(Repository.ROOT::relativize)
                .toList();

        assertEquals(List.of(), without, "no package-info.java");
    }

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String group : List.of("bundles", "plugins-sdk", "examples", "tests")) {
            Path folder = Repository.ROOT.resolve(group);
            if (Files.isDirectory(folder)) {
                for (Path bundle : Repository.list(folder)) {
                    sources.addAll(Repository.files(bundle.resolve("src"), ".java"));
                    sources.addAll(Repository.files(bundle.resolve("src_test"), ".java"));
                }
            }
        }
        return sources;
    }
}
