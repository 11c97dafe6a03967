// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the window lists the keys that there are. */
class WindowKeysTests {

    private static final Path PAGE = Repository.ROOT.resolve("docs/start/window.md");
    private static final String FROM = "<!-- GENERATED from plugin.xml, do not edit -->\n";
    private static final String TO = "<!-- END -->";

    @Test
    void the_page_lists_the_keys_that_are_bound() throws IOException {
        String page = Repository.text(PAGE);
        int from = page.indexOf(FROM) + FROM.length();
        int to = page.indexOf(TO);
        String wanted = page.substring(0, from) + "\n" + WindowKeys.tables() + "\n" + page.substring(to);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(PAGE, wanted);
            page = wanted;
        }
        assertEquals(wanted, page, "run ./verify --regenerate");
    }
}
