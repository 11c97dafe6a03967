// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Any bytes as a schedule: refused, or due at ever later times. Run by {@code releng/scripts/fuzz}. */
public final class CronFuzz {

    private static final Instant START = Instant.parse("2026-03-28T12:00:00Z");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private CronFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        CronSchedule schedule;
        try {
            schedule = CronSchedule.parse(new String(data, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return;
        }
        Instant at = START;
        for (int i = 0; i < 5; i++) {
            Instant next = schedule.after(at, ROME).orElseThrow();
            if (!next.isAfter(at)) {
                throw new AssertionError(schedule + " is due at " + next + " after " + at);
            }
            at = next;
        }
    }

    public static List<byte[]> seeds() {
        return List.of("*/15 * * * *", "30 2 * * 1-5", "0 0 29 2 *", "0,20 1-3 13 JAN-MAR/2 FRI").stream()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
