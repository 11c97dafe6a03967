// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import officina.core.settings.SettingsCatalog;
import org.junit.jupiter.api.Test;

class KeepingTests {

    @Test
    void what_is_typed_is_taken_where_the_setting_takes_it() {
        assertEquals(
                List.of(
                        Optional.of(0),
                        Optional.of(0),
                        Optional.of(30),
                        Optional.of(1_000_000),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Stream.of("", "0", " 30 ", "1000000", "1000001", "-1", "3.5", "thirty")
                        .map(text -> Keeping.typed(SettingsCatalog.KEEP_DAYS, text))
                        .toList());
    }

    @Test
    void each_way_to_keep_has_its_sentence() {
        assertEquals(
                List.of(
                        "All conversations are kept.",
                        "Only the newest conversation of each project is kept.",
                        "The newest 2,000 conversations of each project are kept.",
                        "Conversations are kept for a day after something last happened in them.",
                        "Conversations are kept for 30 days after something last happened in them.",
                        "Only the newest conversation of each project is kept, and for at most a day after something last"
                                + " happened in it."),
                Stream.of(
                                Keeping.ALL,
                                new Keeping(1, 0),
                                new Keeping(2000, 0),
                                new Keeping(0, 1),
                                new Keeping(0, 30),
                                new Keeping(1, 1))
                        .map(Keeping::text)
                        .toList());
    }
}
