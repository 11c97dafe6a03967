// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import officina.ui.base.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "command.", "engine.", "notify.", "palette.", "preferences.", "status."})
    void every_text_is_named_once_and_every_name_has_a_text(String topic) throws ClassNotFoundException {
        String prefix = "officina.workbench.internal." + topic;
        Object[] words = Class.forName(prefix + "Words").getEnumConstants();
        assertEquals(
                Arrays.stream(words).map(word -> ((Wording) word).key()).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(ResourceBundle.getBundle(prefix + "messages").keySet()));
    }
}
