// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTests {

    @Test
    void a_paragraph_is_read_as_its_first_letter_says() {
        assertEquals(
                List.of(true, true, true, false, false, false),
                List.of(
                        read("שלום world"),
                        read("12. مرحبا"),
                        read("**«סוף»** the end"),
                        read("Hello שלום"),
                        read("12 + 3"),
                        read("")));
    }

    @Test
    void code_at_the_beginning_says_nothing() {
        assertEquals(List.of(true, false), List.of(read("`ls -lS` מציגה קבצים"), read("`קוד` is code")));
    }

    @Test
    void a_listing_begins_at_the_left_in_every_language() {
        assertEquals(false, read("```\n# הערה\n```"));
    }

    @Test
    void a_table_is_read_as_its_first_cell_with_a_letter() {
        assertEquals(
                List.of(true, false),
                List.of(read("| 1 | `ls` | שם |\n|--|--|--|\n| a | b | c |"), read("| a | שם |\n|--|--|\n| ב | ג |")));
    }

    private static boolean read(String markdown) {
        return MarkdownRows.of(markdown, Voice.AGENT, Gap.TURN).stream().anyMatch(Reading::rightToLeft);
    }
}
