// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableShapeTests {

    private final TableShape shape = new TableShape(
            List.of(
                    new TableShape.Column(TableShape.Align.LEFT, "twelve chars", "", "twelve"),
                    new TableShape.Column(TableShape.Align.LEFT, "a very long cell of 30 letters", "", "letters")),
            false);

    @Test
    void columns_get_what_they_need_where_it_fits() {
        assertArrayEquals(new int[] {120, 300}, shape.widths(500, (text, _) -> text.length() * 10, 0));
    }

    @Test
    void where_it_is_tight_no_column_shrinks_below_its_longest_word() {
        assertArrayEquals(new int[] {88, 181}, shape.widths(270, (text, _) -> text.length() * 10, 0));
    }

    @Test
    void where_not_even_words_fit_all_shrink_alike() {
        assertArrayEquals(new int[] {30, 35}, shape.widths(65, (text, _) -> text.length() * 10, 0));
    }

    @Test
    void letters_of_code_are_measured_as_such() {
        TableShape mixed = new TableShape(
                List.of(new TableShape.Column(TableShape.Align.LEFT, "Command", "du -sh *", "Command")), false);

        assertArrayEquals(new int[] {96}, mixed.widths(500, (text, code) -> text.length() * (code ? 12 : 10), 0));
        assertArrayEquals(new int[] {105}, mixed.widths(500, (text, code) -> text.length() * (code ? 5 : 15), 0));
    }
}
