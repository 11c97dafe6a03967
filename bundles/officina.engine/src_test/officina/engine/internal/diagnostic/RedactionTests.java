// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTests {

    private final Redaction redaction = Redaction.of(
            Path.of("/home/ada/.local/share/officina"),
            Map.of("user.home", "/home/ada", "user.name", "ada", "java.io.tmpdir", "/tmp")::get,
            "lovelace");

    @Test
    void folders_are_named_by_what_they_are() {
        assertEquals(
                "<data> and <home>/x and <temp>/y and <data>/store",
                redaction.apply("/home/ada/.local/share/officina and /home/ada/x and /tmp/y and"
                        + " /home/ada/.local/share/officina/store"));
    }

    @Test
    void names_are_taken_out_as_words_in_any_case_and_stay_inside_of_words() {
        assertEquals("<user>, <user>: <user>@<host> in Canada", redaction.apply("ada, Ada: ADA@lovelace in Canada"));
    }

    @Test
    void homes_of_others_tell_nothing_either() {
        assertEquals("/home/<user>/x", redaction.apply("/home/grace/x"));
        assertEquals("/Users/<user>", redaction.apply("/Users/Grace"));
        assertEquals("C:\\Users\\<user>\\x", redaction.apply("C:\\Users\\Grace\\x"));
    }

    @Test
    void paths_of_windows_are_found_inside_of_json_too() {
        Redaction windows = Redaction.of(
                Path.of("C:\\Users\\Ada\\Officina"),
                Map.of("user.home", "C:\\Users\\Ada", "user.name", "x7", "java.io.tmpdir", "D:\\Temp")::get,
                "lovelace");
        assertEquals(
                "{\"a\":\"<data>\\\\store\",\"b\":\"<home>\",\"c\":\"C:\\\\Users\\\\<user>\\\\x\",\"d\":\"<temp>\"}",
                windows.apply("{\"a\":\"C:\\\\Users\\\\Ada\\\\Officina\\\\store\",\"b\":\"C:\\\\Users\\\\Ada\","
                        + "\"c\":\"C:\\\\Users\\\\Grace\\\\x\",\"d\":\"D:\\\\Temp\"}"));
        assertEquals("<data>\\store", windows.apply("C:\\Users\\Ada\\Officina\\store"));
    }
}
