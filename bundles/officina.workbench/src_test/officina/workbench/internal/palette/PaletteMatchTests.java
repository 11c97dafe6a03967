// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteMatchTests {

    private final List<PaletteEntry> entries = Stream.of(
                    "File: New Conversation", "View: Dark Theme", "View: Conversation", "Help: About")
            .map(label -> label.split(": "))
            .map(label -> new PaletteEntry(label[0], label[1], "", () -> {}))
            .toList();

    @Test
    void without_letters_everything_is_listed() {
        assertEquals(entries, PaletteMatch.of(entries, "  "));
    }

    @Test
    void a_name_that_begins_so_comes_before_one_that_holds_it() {
        assertEquals(List.of("Conversation", "New Conversation"), names("conv"));
    }

    @Test
    void beginnings_of_words_and_scattered_letters_are_enough() {
        assertEquals(List.of("Dark Theme"), names("dt"));
        assertEquals(List.of("About"), names("hab"));
        assertEquals(List.of(), names("xyz"));
    }

    private List<String> names(String typed) {
        return PaletteMatch.of(entries, typed).stream().map(PaletteEntry::name).toList();
    }
}
