// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.core.plugin.InstalledBundle;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.Test;

/** One version after another, and back. */
class VersionsTests extends InstalledPluginsTestCase {

    private static final Permission NOTIFY = new Permission(PermissionType.NOTIFY, Permission.ANY);

    private InstalledBundle record() {
        return records().getFirst();
    }

    private String running() {
        return registry.only().manifest().version();
    }

    /** The first version, with all that it needs. */
    private void working() throws Exception {
        install(jar);
        next();
        allow(READ, PermissionType.STORE_READ);
        next();
        allow(WRITE, PermissionType.STORE_WRITE);
        assertNull(next().missing());
    }

    @Test
    void a_newer_version_that_asks_for_nothing_more_takes_the_place_and_keeps_what_was_granted() throws Exception {
        working();
        install(new SampleJar().version("1.1.0").in(temp));
        assertEquals("1.1.0", running());
        assertNull(registry.only().missing());
        assertEquals(2, grants.all().size());
    }

    @Test
    void one_that_needs_more_waits_for_it_while_the_one_before_goes_on() throws Exception {
        working();
        install(new SampleJar().version("1.1.0").alsoNotifying().in(temp));
        assertEquals("1.0.0", running());
        assertNull(registry.only().missing());
        assertTrue(plugins.waiting(record())
                .getFirst()
                .permissions()
                .contains(new PermissionRequest(NOTIFY, "To tell you.", false)));

        allow(new RecordId(new UUID(1, 3)), PermissionType.NOTIFY, Permission.ANY, GrantScope.ALWAYS);
        while (!running().equals("1.1.0")) {
            Thread.onSpinWait();
        }
        assertNull(registry.only().missing());
        assertNull(record().waiting());
        assertEquals(List.of(), plugins.waiting(record()));
    }

    @Test
    void one_that_waits_does_so_after_a_restart_too() throws Exception {
        working();
        install(new SampleJar().version("1.1.0").alsoNotifying().in(temp));
        plugins.close();
        plugins = opened();
        assertEquals("1.0.0", running());
        assertEquals(1, plugins.waiting(record()).size());
    }

    @Test
    void the_version_before_is_one_step_away_and_the_newer_one_is_another() throws Exception {
        working();
        assertEquals("plugin.no-previous", code(() -> plugins.rollback(SAMPLE)));
        install(new SampleJar().version("1.1.0").in(temp));
        plugins.rollback(SAMPLE);
        assertEquals("1.0.0", running());
        assertNull(registry.only().missing());
        plugins.close();
        plugins = opened();
        assertEquals("1.0.0", running());
        plugins.rollback(SAMPLE);
        assertEquals("1.1.0", running());
        assertEquals(2, grants.all().size());
    }

    @Test
    void one_that_is_switched_off_does_nothing_until_it_is_switched_on() throws Exception {
        working();
        plugins.enable(SAMPLE, false);
        assertEquals(
                "It is switched off. To switch it on: officina plugins enable agent.sample",
                registry.only().missing());
        assertEquals(List.of(), registry.only().agents());
        plugins.close();
        plugins = opened();
        assertNotNull(registry.only().missing());
        plugins.enable(SAMPLE, true);
        assertNull(registry.only().missing());
        assertEquals(2, grants.all().size());
    }

    @Test
    void what_a_bundle_was_before_or_waits_to_be_is_no_free_place_for_another_one() throws Exception {
        install(jar);
        install(new SampleJar().version("1.1.0").calling("agent.renamed").in(temp));
        Path other = new SampleJar().named("other").in(temp);
        assertEquals("plugin.taken", code(() -> install(other)), "going back would give the one what the other was");
        assertEquals("plugin.taken", code(() -> plugins.examine(other)));
        plugins.remove(new PluginId("agent.renamed"));
        install(other);
        assertEquals("other", record().bundle());
    }
}
