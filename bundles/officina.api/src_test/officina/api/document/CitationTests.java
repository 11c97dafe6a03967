// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationTests {

    @Test
    void a_citation_that_was_written_is_read_again() {
        for (String file :
                List.of("/home/ada/a.txt", "/a b/#1%20?.md", "/x/[y](z)<w>\\`.pdf", "/\u00fc/\u6f22 \n.docx")) {
            for (Optional<Place> place : List.of(
                    Optional.<Place>empty(),
                    Optional.<Place>of(new Place.Lines(3, 7)),
                    Optional.<Place>of(new Place.Page(2)),
                    Optional.<Place>of(new Place.Paragraphs(4, 4)))) {
                Citation citation = new Citation(Path.of(file), place);
                assertEquals(Optional.of(citation), Citation.parse(citation.address()), citation.address());
            }
        }
    }

    @Test
    void its_address_can_stand_in_angle_brackets_and_its_titles_are_for_people() {
        Citation citation = new Citation(Path.of("/a b/<c>\n.pdf"), Optional.of(new Place.Page(2)));
        assertEquals("file:///a%20b/%3Cc%3E%0A.pdf#page=2", citation.address());
        assertEquals("<c>\n.pdf, page 2", citation.title());
        assertEquals("/a b/<c>\n.pdf, page 2", citation.toString());
    }

    @Test
    void what_is_no_citation_is_none() {
        for (String address : List.of(
                "",
                "https://example.org/a.txt#line=3",
                "file:///a.txt",
                "file:///a.txt#",
                "file:///a.txt#section",
                "file:///a.txt#line=0",
                "file:///a.txt?x#line=1",
                "file://server/a.txt#line=1",
                "file:////server/a.txt#line=1",
                "file:a.txt#line=1",
                "file:///a%00.txt#line=1",
                "file:///a b.txt#line=1")) {
            assertEquals(Optional.empty(), Citation.parse(address), address);
        }
        assertThrows(IllegalArgumentException.class, () -> new Citation(Path.of("a.txt"), Optional.empty()));
    }
}
