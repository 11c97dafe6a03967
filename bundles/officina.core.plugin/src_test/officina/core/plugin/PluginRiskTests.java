// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

/** What permissions allow together. */
class PluginRiskTests {

    @Test
    void reading_what_is_private_and_connecting_anywhere_is_a_risk_and_each_alone_is_none() {
        Permission mail = new Permission(PermissionType.MAIL_READ, "work");
        Permission anywhere = new Permission(PermissionType.NET_CONNECT, "*");
        assertEquals(List.of(), PluginRisk.of(List.of(mail)));
        assertEquals(List.of(), PluginRisk.of(List.of(anywhere)));
        assertEquals(List.of(PluginRisk.SENDS_PRIVATE_DATA), PluginRisk.of(List.of(mail, anywhere)));
    }

    @Test
    void named_servers_are_where_the_data_may_go_and_nowhere_else() {
        Permission files = new Permission(PermissionType.FS_READ, "/home/me");
        assertEquals(
                List.of(),
                PluginRisk.of(List.of(files, new Permission(PermissionType.NET_CONNECT, "example.org:443"))));
    }

    @Test
    void every_way_to_read_what_is_private_counts() {
        Permission anywhere = new Permission(PermissionType.NET_CONNECT, "*");
        List<PermissionType> harmless = Arrays.stream(PermissionType.values())
                .filter(type -> !PluginRisk.of(List.of(new Permission(type, "x"), anywhere))
                        .contains(PluginRisk.SENDS_PRIVATE_DATA))
                .toList();
        assertEquals(
                List.of(
                        PermissionType.FS_WRITE,
                        PermissionType.NET_CONNECT,
                        PermissionType.PROC_SPAWN,
                        PermissionType.SECRET_USE,
                        PermissionType.MODEL_CALL,
                        PermissionType.INPUT_TYPE,
                        PermissionType.NOTIFY,
                        PermissionType.STORE_WRITE,
                        PermissionType.INDEX_WRITE),
                harmless);
    }

    @Test
    void programs_and_other_applications_are_risks_by_themselves() {
        assertEquals(
                List.of(PluginRisk.RUNS_PROGRAMS, PluginRisk.TYPES_INTO_APPLICATIONS),
                PluginRisk.of(List.of(
                        new Permission(PermissionType.PROC_SPAWN, "git"),
                        new Permission(PermissionType.INPUT_TYPE, "*"))));
    }
}
