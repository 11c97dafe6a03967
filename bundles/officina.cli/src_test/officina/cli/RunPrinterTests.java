// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunPrinterTests {

    @Test
    void a_quotation_is_printed_as_it_was_and_the_rest_as_it_is() {
        assertEquals(
                "Your documents say:\n\n> # Keys [1] \\ `a`\n\nNot a quotation: \\# 1",
                RunPrinter.quotedAsItWas(
                        "Your documents say:\n\n> \\# Keys \\[1\\] \\\\ \\`a\\`\n\nNot a quotation: \\# 1"));
    }
}
