// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartOptionsTests {

    private static final Map<String, String> HOME = Map.of("user.home", "/home/ada");

    @Test
    void the_argument_wins_over_everything() {
        assertData("/a/b", new String[] {"--data", "/a/x/../b"}, Map.of("officina.data", "/c"), Map.of());
    }

    @Test
    void the_property_wins_over_the_environment() {
        assertData("/c", new String[0], Map.of("officina.data", "/c"), Map.of("XDG_DATA_HOME", "/d"));
    }

    @Test
    void without_both_the_desktop_says_where_data_goes() {
        assertData("/d/officina", new String[0], HOME, Map.of("XDG_DATA_HOME", "/d"));
        assertData("/home/ada/.local/share/officina", new String[0], HOME, Map.of());
    }

    @Test
    void a_relative_folder_in_the_environment_does_not_count() {
        assertData("/home/ada/.local/share/officina", new String[0], HOME, Map.of("XDG_DATA_HOME", "d"));
    }

    private static void assertData(
            String expected, String[] arguments, Map<String, String> properties, Map<String, String> environment) {
        assertEquals(new StartOptions(Path.of(expected)), StartOptions.of(arguments, properties::get, environment));
    }
}
