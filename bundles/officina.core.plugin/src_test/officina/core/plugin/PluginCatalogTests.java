// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import officina.api.error.FailureException;
import org.junit.jupiter.api.Test;

class PluginCatalogTests {

    private static final String TEXT = new String(PluginCatalogFuzz.sample().write(), StandardCharsets.UTF_8);

    private static void refused(String before, String after) {
        String text = TEXT.replace(before, after);
        assertEquals(
                "plugin.catalog",
                assertThrows(
                                FailureException.class,
                                () -> PluginCatalog.read(text.getBytes(StandardCharsets.UTF_8)),
                                after)
                        .failure()
                        .code());
    }

    @Test
    void what_is_written_is_read_again() {
        assertEquals(
                PluginCatalogFuzz.sample(),
                PluginCatalog.read(PluginCatalogFuzz.sample().write()));
    }

    @Test
    void what_a_newer_version_adds_is_passed_over() {
        String text = TEXT.replace("\"number\":7", "\"number\":7,\"colour\":\"red\"");
        assertEquals(PluginCatalogFuzz.sample(), PluginCatalog.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_asks_for_a_permission_of_a_newer_version_is_not_offered() {
        String text = TEXT.replace("\"fs.read\"", "\"fs.burn\"");
        assertEquals(
                List.of(),
                PluginCatalog.read(text.getBytes(StandardCharsets.UTF_8)).offers());
    }

    @Test
    void a_file_lies_beside_the_catalogue_and_nowhere_else() {
        for (String file :
                List.of("../x.jar", "a/x.jar", "/x.jar", "..\\\\x.jar", "a..jar", ".jar", "x.jar/", "x.zip")) {
            refused("example.files-1.2.0.jar", file);
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        refused("officina.catalog.1", "officina.catalog.2");
        refused("\"number\":7", "\"number\":0");
        refused("\"number\":7", "\"number\":\"7\"");
        refused("48213", "0");
        refused("48213", "99999999999");
        refused("abab", "ABAB");
        refused("\"1.2.0\"", "\"one\"");
        refused("\"9.90\"", "\"-9.90\"");
        refused("EUR", "euro");
        refused("\"agent.files\"", "\"no id\"");
        refused("Finds files.", "Finds\\u202efiles.");
        refused("\"plugins\":[{", "\"plugins\":[1,{");
        refused("]}", "");
        refused("{\"bundle\"", "1,{\"bundle\"");
    }

    @Test
    void one_version_is_offered_once() {
        String offer = TEXT.substring(TEXT.indexOf("{\"bundle\""), TEXT.lastIndexOf("]}"));
        refused(offer, offer + "," + offer);
        refused(offer, offer + "," + offer.replace("-1.2.0.jar", "-again.jar").replace("\"1.2.0\"", "\"1.2\""));
    }
}
