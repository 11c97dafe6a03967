// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunPrinterTests {

    @Test
    void a_quotation_is_printed_as_it_was_and_the_rest_as_it_is() {
        assertEquals(
                "Your documents say:\n\n> # Keys [1] \\ `a`\n\nNot a quotation: # 1",
                RunPrinter.forTerminal(
                        "Your documents say:\n\n> \\# Keys \\[1\\] \\\\ \\`a\\`\n\nNot a quotation: \\# 1"));
    }

    @Test
    void words_that_stand_out_are_printed_without_their_marks() {
        assertEquals(
                "Added Renew the passport, due 2*3* ** and a_b *.",
                RunPrinter.forTerminal("Added **Renew the passport**, due **2\\*3\\*** ** and a\\_b \\*."));
        assertEquals("Two: a and b c", RunPrinter.forTerminal("Two: **a** and **b c**"));
        assertEquals("2 ** 3 ** 4 and **", RunPrinter.forTerminal("2 ** 3 ** 4 and **"));
    }

    @Test
    void code_is_printed_as_it_is() {
        String code = "Call `a **b** \\c`:\n\n```java\n/** x\\*y **z** */\n```\n";
        assertEquals(code.stripTrailing() + "\nafter", RunPrinter.forTerminal(code + "**after**"));
    }

    @Test
    void a_line_full_of_marks_is_printed_in_good_time() {
        String marks = "**a ".repeat(10_000);
        assertEquals(marks, RunPrinter.forTerminal(marks));
    }

    @Test
    void a_citation_is_printed_as_the_path_and_place_it_leads_to() {
        assertEquals(
                "/home/ada/a b]`.pdf, page 2\n\nSee /home/ada/x.txt, lines 3-9, or [this](file:///home/ada/y.txt).",
                RunPrinter.forTerminal("[a b\\]\\`.pdf, page 2](<file:///home/ada/a%20b%5D%60.pdf#page=2>)\n\n"
                        + "See [x](file:///home/ada/x.txt#lines=3-9), or [this](file:///home/ada/y.txt)."));
    }
}
