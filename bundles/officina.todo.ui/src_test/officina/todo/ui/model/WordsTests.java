// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import officina.ui.base.Wording;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void every_text_is_named_once_and_every_name_has_a_text() {
        ResourceBundle texts = ResourceBundle.getBundle("officina.todo.ui.model.messages");
        assertEquals(
                Arrays.stream(Words.values()).map(Wording::key).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(texts.keySet()));
    }

    @Test
    void one_and_many_are_told_apart() {
        assertEquals("Deleted “Milk”", Words.DID_DELETE.text(1, "Milk"));
        assertEquals("Deleted 1,200 to-dos", Words.DID_DELETE.text(1_200, "Milk"));
        assertEquals("3 of 1 to-do", Words.COUNT_FILTERED.text(3, 1));
        assertEquals("No to-dos", Words.COUNT.text(0));
    }
}
