// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.IntStream;
import officina.api.id.PluginId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

class RefusalLimitTests {

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final RefusalLimit limit = new RefusalLimit(() -> now);

    private boolean tells(String plugin, PermissionType type, String resource) {
        return limit.tells(new AccessRecord(
                new PluginId(plugin), new Permission(type, resource), "use", resource + "/" + now.getNano()));
    }

    @Test
    void the_same_cause_is_told_once_a_minute() {
        assertTrue(tells("agent.files", PermissionType.FS_READ, "/home"));
        assertFalse(tells("agent.files", PermissionType.FS_READ, "/home"));
        now = now.plusSeconds(59);
        assertFalse(tells("agent.files", PermissionType.FS_READ, "/home"));
        now = now.plusSeconds(1);
        assertTrue(tells("agent.files", PermissionType.FS_READ, "/home"));
    }

    @Test
    void another_plugin_another_permission_and_another_resource_are_other_causes() {
        assertTrue(tells("agent.files", PermissionType.FS_READ, "/home"));
        assertTrue(tells("agent.files", PermissionType.FS_WRITE, "/home"));
        assertTrue(tells("agent.files", PermissionType.FS_READ, "/etc"));
        assertTrue(tells("agent.mail", PermissionType.FS_READ, "/home"));
    }

    @Test
    void whoever_tries_one_thing_after_another_is_told_of_a_few_times_a_minute() {
        long told = IntStream.range(0, 1_000)
                .filter(each -> tells("agent.files", PermissionType.FS_READ, "/home/" + each))
                .count();
        assertEquals(RefusalLimit.MOST_OF_ONE, told);
        assertTrue(tells("agent.mail", PermissionType.FS_READ, "/home"));
        now = now.plus(RefusalLimit.PAUSE);
        assertTrue(tells("agent.files", PermissionType.FS_READ, "/home/5"));
    }

    @Test
    void a_clock_that_is_set_back_silences_nothing() {
        assertTrue(tells("agent.files", PermissionType.FS_READ, "/home"));
        now = now.minusSeconds(86_400);
        assertTrue(tells("agent.files", PermissionType.FS_READ, "/home"));
    }
}
