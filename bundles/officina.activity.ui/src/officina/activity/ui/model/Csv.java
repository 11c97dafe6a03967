// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.io.IOException;
import java.util.List;

/**
 * Writes lines of comma-separated values after RFC 4180. A value that a spreadsheet would take for a formula is preceded
 * by an apostrophe, so that opening the file runs nothing.
 */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    static void line(Appendable out, List<String> values) throws IOException {
        String separator = "";
        for (String value : values) {
            out.append(separator).append(field(value));
            separator = ",";
        }
        out.append("\r\n");
    }

    static String field(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
