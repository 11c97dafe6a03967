// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.ui.base.Dates;
import org.junit.jupiter.api.Test;

class RefusedTests {

    private static final Dates DATES = new Dates(() -> Instant.EPOCH, ZoneOffset.UTC, Locale.ROOT);
    private static final Permission MAIL = new Permission(PermissionType.MAIL_READ, Permission.ANY);

    private static String text(int count) {
        String full = DATES.full(Instant.EPOCH);
        return new Refused(MAIL, count, Instant.EPOCH).text(DATES).replace(full, "then");
    }

    @Test
    void it_is_told_how_often_and_when_last() {
        assertEquals("Refused once before, the last time then.", text(1));
        assertEquals("Refused 12 times before, the last time then.", text(12));
    }

    @Test
    void more_than_are_counted_are_not_told_to_be_so_many() {
        assertEquals("Refused 1,000 times or more, the last time then.", text(Refused.MOST));
    }
}
