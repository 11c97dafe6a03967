// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import officina.api.id.PluginId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

class BundledGrantsTests {

    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final PluginId AGENT = new PluginId("agent.task");
    private static final Permission READ = new Permission(PermissionType.STORE_READ, "todo");
    private static final Permission WRITE = new Permission(PermissionType.STORE_WRITE, "todo");

    @Test
    void a_bundled_plugin_gets_what_its_manifest_asks_and_nothing_else() {
        assertEquals(
                List.of(
                        new Grant(AGENT, READ, GrantScope.ALWAYS, null, NOW),
                        new Grant(AGENT, WRITE, GrantScope.ALWAYS, null, NOW)),
                BundledGrants.missing(List.of(plugin("agent", true), plugin("tool", true)), Set.of(), NOW));
    }

    @Test
    void a_plugin_from_elsewhere_gets_nothing() {
        assertEquals(List.of(), BundledGrants.missing(List.of(plugin("agent", false)), Set.of(), NOW));
    }

    @Test
    void what_was_given_once_is_not_given_again_even_if_the_user_took_it_back() {
        Set<BundledGrants.Given> given = Set.of(new BundledGrants.Given(AGENT, READ));

        assertEquals(
                List.of(new Grant(AGENT, WRITE, GrantScope.ALWAYS, null, NOW)),
                BundledGrants.missing(List.of(plugin("agent", true)), given, NOW));
    }

    private static PluginInfo plugin(String kind, boolean bundled) {
        List<PermissionRequest> asked = List.of(
                new PermissionRequest(READ, "To show your to-dos", false),
                new PermissionRequest(WRITE, "To change your to-dos", false));
        return new PluginInfo(AGENT, kind, "1.0", "officina.agent.task", "", bundled, asked, List.of());
    }
}
