// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SelectionTests {

    private final SessionScript script = new SessionScript()
            .asks("first line")
            .answers("- *one*\n- two\n\nlast")
            .ends();
    private final Transcript transcript = new TranscriptBuilder().build(script.state());

    @Test
    void text_is_taken_across_rows_whichever_way_it_was_selected() {
        Position from = new Position(0, 6);
        Position to = new Position(2, 2);
        assertEquals("line\n\none\ntw", new Selection(from, to).text(transcript));
        assertEquals("line\n\none\ntw", new Selection(to, from).text(transcript));
    }

    @Test
    void whole_rows_are_copied_as_markdown_and_parts_as_text() {
        assertEquals(
                "line\n\n-  *one*\n\ntw", new Selection(new Position(0, 6), new Position(2, 2)).markdown(transcript));
    }

    @Test
    void everything_can_be_selected() {
        assertEquals("first line\n\none\ntwo\n\nlast", Selection.all(transcript).text(transcript));
        assertEquals("", Selection.NONE.text(transcript));
    }

    @Test
    void rows_outside_have_nothing_selected() {
        Selection selection = new Selection(new Position(1, 1), new Position(2, 2));
        assertEquals(0, selection.endIn(0, 10) - selection.startIn(0, 10));
        assertEquals(2, selection.endIn(1, 3) - selection.startIn(1, 3));
        assertEquals(2, selection.endIn(2, 3) - selection.startIn(2, 3));
        assertEquals(0, selection.endIn(3, 4) - selection.startIn(3, 4));
    }
}
