// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Licences: all are known, and the committed page lists them. */
class ThirdPartyTests {

    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/third-party.md");

    private final ThirdParty thirdParty = new ThirdParty(
            Path.of(System.getProperty("officina.repository", System.getProperty("user.home") + "/.m2/repository")));
    private final List<ThirdParty.Artifact> artifacts =
            thirdParty.read(Repository.text(Repository.ROOT.resolve("target-platform/officina.target")));

    @Test
    void every_licence_is_known() {
        assertTrue(artifacts.size() > 50, "artifacts: " + artifacts.size());
        assertEquals(
                List.of(),
                artifacts.stream()
                        .filter(artifact -> artifact.licence().contains("unknown"))
                        .toList());
    }

    @Test
    void the_committed_page_is_up_to_date() throws IOException {
        String page = ThirdParty.page(artifacts);
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.exists(PAGE) ? Repository.text(PAGE) : "", "run ./verify --regenerate");
    }

    @Tag("built")
    @Test
    void what_the_page_names_for_the_product_is_what_products_contain() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (ThirdParty.Artifact artifact : artifacts) {
            if (artifact.inProduct()) {
                named.add(thirdParty.bundle(artifact));
            }
        }
        TreeSet<String> contained = Stream.of(ProductSystem.values())
                .flatMap(system -> system.products().stream())
                .flatMap(product -> ProductTests.bundles(product).stream())
                .filter(bundle -> !bundle.startsWith("officina."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(contained, named);
    }
}
