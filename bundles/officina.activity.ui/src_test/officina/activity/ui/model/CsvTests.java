// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @Test
    void a_plain_value_stays_as_it_is() {
        assertEquals("Renew the passport", Csv.field("Renew the passport"));
    }

    @Test
    void commas_quotes_and_line_breaks_are_quoted() {
        assertEquals("\"a,b\"", Csv.field("a,b"));
        assertEquals("\"say \"\"hi\"\"\"", Csv.field("say \"hi\""));
        assertEquals("\"two\nlines\"", Csv.field("two\nlines"));
        assertEquals("\"two\r\nlines\"", Csv.field("two\r\nlines"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void what_a_spreadsheet_would_compute_is_disarmed(String value) {
        assertEquals("'" + value, Csv.field(value));
    }

    @Test
    void a_formula_with_quotes_is_disarmed_and_quoted() {
        assertEquals("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", Csv.field("=HYPERLINK(\"http://x\",\"y\")"));
    }

    @ParameterizedTest
    @CsvSource({"a=b", "1-2", "me@home"})
    void these_characters_inside_a_value_are_harmless(String value) {
        assertEquals(value, Csv.field(value));
    }

    @Test
    void a_line_ends_with_carriage_return_and_line_feed() throws IOException {
        StringBuilder out = new StringBuilder();
        Csv.line(out, List.of("a", "", "b,c"));
        assertEquals("a,,\"b,c\"\r\n", out.toString());
    }
}
