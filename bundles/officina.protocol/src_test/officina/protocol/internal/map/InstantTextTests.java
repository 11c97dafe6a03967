// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** It must not differ from the platform's own parser in anything. */
class InstantTextTests {

    private static String outcome(Function<String, Instant> parser, String text) {
        try {
            return parser.apply(text).toString();
        } catch (DateTimeException _) {
            return "refused";
        }
    }

    private static void same(String text) {
        assertEquals(outcome(Instant::parse, text), outcome(InstantText::parse, text), text);
    }

    @Test
    void reads_every_instant_that_was_written() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            for (int nano : List.of(0, 500_000_000, 123_000_000, 123_456_000, random.nextInt(1_000_000_000))) {
                Instant instant = Instant.ofEpochSecond(second, nano);
                assertEquals(instant, InstantText.parse(instant.toString()));
            }
        }
        for (Instant far : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH)) {
            assertEquals(far, InstantText.parse(far.toString()));
        }
    }

    @Test
    void takes_and_refuses_what_the_platform_does() {
        for (String text : List.of(
                "2026-02-29T00:00:00Z",
                "2024-02-29T23:59:59.9Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-32T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T24:00:01Z",
                "2026-01-01T00:60:00Z",
                "2026-06-30T23:59:60Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00+01:00",
                "2026-01-01T00:00:00z",
                "2026-01-01T00:00Z",
                "2026-01-01 00:00:00Z",
                "+12026-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "２026-01-01T00:00:00Z",
                "2026-01-01T00:00:00.1x3Z",
                "Z",
                "")) {
            same(text);
        }
    }

    @Test
    void a_changed_character_changes_nothing_in_what_both_say() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder("2026-11-21T22:13:50.123456789Z");
            text.setCharAt(random.nextInt(text.length()), "0123456789-:.TZ x".charAt(random.nextInt(17)));
            same(text.toString());
        }
    }
}
