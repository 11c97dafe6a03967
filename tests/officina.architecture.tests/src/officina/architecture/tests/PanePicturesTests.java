// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page with pictures shows each view in its states, and stays small. */
class PanePicturesTests {

    private static final Path PAGE = Repository.ROOT.resolve("docs/start/panes.md");
    private static final Path FOLDER = Repository.ROOT.resolve("docs/images/panes");
    private static final Pattern VIEW = Pattern.compile("<(?:e4)?view\\s[^>]*?\\bid=\"[^\"]*\\.([a-zA-Z]+)\"");
    private static final Pattern PICTURE = Pattern.compile("\\.\\./images/panes/([^)]+)\\.png");
    private static final long MOST_BYTES = 3_000_000;

    @Test
    void each_view_is_shown_in_its_states_in_both_themes() throws IOException {
        Set<String> views = views();
        assertTrue(views.contains("conversation"), "no views were found");
        Set<String> wanted = new TreeSet<>();
        for (String view : views) {
            for (String state : List.of("empty", "normal", "failing")) {
                wanted.add(view + "-" + state + "-light");
                wanted.add(view + "-" + state + "-dark");
            }
        }
        wanted.removeAll(shown());
        assertEquals(Set.of(), wanted, PAGE + " does not show these; add them to Scenes of their bundle");
    }

    @Test
    void the_pictures_are_those_that_the_page_shows() throws IOException {
        Set<String> there = new TreeSet<>();
        long bytes = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                there.add(file.getFileName().toString().replace(".png", ""));
                bytes += Files.size(file);
            }
        }
        assertEquals(shown(), there, "run releng/scripts/pictures, and delete what is shown no more");
        assertTrue(bytes < MOST_BYTES, "the pictures take " + bytes + " bytes");
    }

    private static Set<String> views() throws IOException {
        try (Stream<Path> bundles = Files.list(Repository.ROOT.resolve("bundles"))) {
            return bundles.map(bundle -> bundle.resolve("plugin.xml"))
                    .filter(Files::exists)
                    .flatMap(file -> found(VIEW, Repository.text(file)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> shown() {
        return found(PICTURE, Repository.text(PAGE)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(result -> result.group(1));
    }
}
