// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui.model;

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
        ResourceBundle texts = ResourceBundle.getBundle("officina.mail.ui.model.messages");
        assertEquals(
                Arrays.stream(Words.values()).map(Wording::key).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(texts.keySet()));
    }
}
