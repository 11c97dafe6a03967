// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionActionsTests {

    private static String name(String title) {
        String name = SessionActions.fileName(title);
        assertTrue(name.endsWith(SessionActions.ENDING), name);
        return name.substring(0, name.length() - SessionActions.ENDING.length());
    }

    @Test
    void a_title_loses_what_file_systems_refuse() {
        assertEquals("What s due 1 2 today", name("../What\u2019s due: 1/2 today?"));
        assertEquals("P\u0159ehled \u00fakol\u016f", name("P\u0159ehled \u00fakol\u016f"));
        assertEquals(name(""), name("???"));
    }

    /** Letters of one to four bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\u017e", "\u3042", "\ud840\udc00"})
    void a_long_title_is_cut_between_letters_where_file_systems_take_it(String letter) {
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            String title = before + letter.repeat(300);
            String name = name(title);
            assertTrue(title.startsWith(name), name);
            int bytes = SessionActions.fileName(title).getBytes(UTF_8).length;
            assertTrue(bytes <= 200 && bytes > 196, () -> bytes + " bytes");
            assertEquals(name, new String(name.getBytes(UTF_8), UTF_8));
        }
    }
}
