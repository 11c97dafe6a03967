// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTests {

    @Test
    void a_place_that_was_written_is_read_again() {
        for (Place place : List.of(
                new Place.Lines(3, 3), new Place.Lines(10, 25), new Place.Page(7), new Place.Paragraphs(2, 4))) {
            assertEquals(Optional.of(place), Place.parse(place.toString()));
        }
        assertEquals("lines 10-25", new Place.Lines(10, 25).toString());
        assertEquals("line 3", new Place.Lines(3, 3).toString());
    }

    @Test
    void what_is_no_place_is_none() {
        for (String text : List.of("", "line", "line 0", "lines 5-4", "page 1-2", "line 99999999999", "row 1")) {
            assertEquals(Optional.empty(), Place.parse(text), text);
        }
        assertThrows(IllegalArgumentException.class, () -> new Place.Lines(0, 1));
    }
}
