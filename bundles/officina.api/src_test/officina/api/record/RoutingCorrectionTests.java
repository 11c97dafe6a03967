// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoutingCorrectionTests {

    @Test
    void a_long_message_is_kept_by_its_beginning_and_no_character_of_it_in_half() {
        String long399 = "x".repeat(RoutingCorrection.MAX_PHRASE - 1);
        assertEquals("when?", RoutingCorrection.phraseOf(" when?\n"));
        assertEquals(long399 + "y", RoutingCorrection.phraseOf(long399 + "y"));
        assertEquals(long399 + "y", RoutingCorrection.phraseOf(long399 + "yz"));
        assertEquals(long399, RoutingCorrection.phraseOf(long399 + "\ud83d\ude00"));
    }
}
