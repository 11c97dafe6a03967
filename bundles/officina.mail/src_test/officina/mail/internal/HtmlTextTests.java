// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HtmlTextTests {

    @Test
    void words_stay_and_marks_go() {
        assertEquals(
                "Hello Ada,\nplease pay by Friday.\n- one\n- two",
                HtmlText.of(
                        "<html><head><title>x</title><style>p {color: red}</style></head><body><p>Hello\n <b>Ada</b>,"
                                + "<br>please pay by Friday.</p><ul><li>one</li><li>two</li></ul></body></html>"));
    }

    @Test
    void what_is_meant_for_programs_is_not_read() {
        assertEquals("a b", HtmlText.of("a<script>if (1 < 2) alert('x')</SCRIPT> <!-- <p>hidden --> b"));
        assertEquals("a", HtmlText.of("a<style>p{}"));
    }

    @Test
    void letters_that_have_names_are_letters() {
        assertEquals(
                "a & b < c \u20ac \u00e8 A\u00e9 &nothing; & &#xffffffff;",
                HtmlText.of("a &amp; b &lt; c &euro; &#232; &#x41;&eacute; &nothing; & &#xffffffff;"));
        assertEquals("1 < 2", HtmlText.of("1 < 2"));
    }

    @Test
    @Timeout(60)
    void no_page_takes_long() {
        for (String page : new String[] {"<", "&", "<!--", "</", "<script>", "<p ", "&#", "<style></st"}) {
            assertNotNull(HtmlText.of(page.repeat(300_000 / page.length())));
        }
    }
}
