// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.plugins.ui.model.Refused;
import org.junit.jupiter.api.Test;

/** What the log has of refusals, by the permissions that a plug-in asks for. */
class RefusalsTests {

    private static final Instant LATER = FakePlugins.EARLIER.plusSeconds(60);
    private static final Permission LOOKUP = new Permission(PermissionType.NET_CONNECT, "lookup.example:443");
    private final FakeLog log = new FakeLog();

    @Test
    void each_is_counted_for_the_permission_that_covers_it() {
        log.refused(FakePlugins.FILES, LOOKUP, FakePlugins.EARLIER, LATER)
                .refused(FakePlugins.FILES, FakePlugins.WRITE, LATER)
                .refused(FakePlugins.TASKS, FakePlugins.WRITE, FakePlugins.EARLIER);
        Permission anyServer = new Permission(PermissionType.NET_CONNECT, Permission.ANY);
        assertEquals(List.of(new Refused(anyServer, 2, LATER)), Refused.of(log, FakePlugins.files()));
        assertEquals(
                List.of(new Refused(FakePlugins.WRITE, 1, FakePlugins.EARLIER)), Refused.of(log, FakePlugins.tasks()));
    }

    @Test
    void where_nothing_was_refused_the_log_is_looked_at_once() {
        log.refused(FakePlugins.FILES, LOOKUP, LATER);
        assertEquals(List.of(), Refused.of(log, FakePlugins.tasks()));
        assertEquals(1, log.looks.get());
    }
}
