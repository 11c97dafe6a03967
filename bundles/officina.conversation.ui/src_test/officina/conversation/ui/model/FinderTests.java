// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FinderTests {

    private final Transcript transcript = new TranscriptBuilder()
            .build(new SessionScript()
                    .asks("Renew the PASSPORT")
                    .answers("The *pass*port, twice: Passport (a+b)")
                    .ends()
                    .state());

    @Test
    void finds_words_without_regard_to_case_or_marks() {
        assertEquals(
                List.of(new Found(0, 10, 18), new Found(1, 4, 12), new Found(1, 21, 29)),
                Finder.find(transcript, "passport"));
    }

    @Test
    void words_are_no_pattern() {
        assertEquals(List.of(new Found(1, 31, 34)), Finder.find(transcript, "a+b"));
        assertEquals(List.of(), Finder.find(transcript, " "));
    }
}
