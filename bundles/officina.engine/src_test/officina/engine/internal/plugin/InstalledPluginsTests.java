// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.plugin.Grants;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.engine.internal.NoPlugins;
import officina.host.pool.HostLimits;
import officina.host.pool.HostPool;
import officina.testkit.plugin.SampleJar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is offered to the registry; no process is started. */
@Timeout(60)
class InstalledPluginsTests {

    private static final PluginId SAMPLE = new PluginId("agent.sample");
    private static final RecordId READ = new RecordId(new UUID(1, 1));
    private static final RecordId WRITE = new RecordId(new UUID(1, 2));

    /** Remembers what runs elsewhere. */
    private static final class Registry extends NoPlugins {

        private final List<OutsideBundle> there = new ArrayList<>();
        private final BlockingQueue<OutsideBundle> added = new LinkedBlockingQueue<>();

        @Override
        public Place add(OutsideBundle bundle) {
            Place place = new Place() {

                private @Nullable OutsideBundle now;

                @Override
                public void become(OutsideBundle next) {
                    synchronized (Registry.this) {
                        there.remove(now);
                        now = next;
                        there.add(next);
                        added.add(next);
                    }
                }

                @Override
                public void close() {
                    drop(now);
                }
            };
            place.become(bundle);
            return place;
        }

        synchronized OutsideBundle only() {
            assertEquals(1, there.size());
            return there.getFirst();
        }

        private synchronized void drop(@Nullable OutsideBundle bundle) {
            there.remove(bundle);
        }

        @Override
        public synchronized List<PluginInfo> declared() {
            return there.stream()
                    .flatMap(each -> each.manifest().plugins().stream())
                    .map(PluginManifest.Declared::info)
                    .toList();
        }
    }

    @TempDir
    private Path temp;

    private final Registry registry = new Registry();
    private final Grants grants = new Grants();
    private final HostPool hosts = new HostPool(
            () -> {
                throw new UnsupportedOperationException("nothing is run here");
            },
            () -> {
                throw new UnsupportedOperationException("nothing is run here");
            },
            HostLimits.USUAL,
            () -> Instant.EPOCH);
    private InstalledPlugins plugins;
    private Path jar;

    @BeforeEach
    void open() throws IOException {
        jar = new SampleJar().in(temp);
        plugins = opened();
    }

    private InstalledPlugins opened() {
        InstalledPlugins made = new InstalledPlugins(temp.resolve("data"), registry, hosts, grants);
        made.open();
        return made;
    }

    @AfterEach
    void close() {
        plugins.close();
        hosts.close();
    }

    private void allow(RecordId record, PermissionType type) {
        grants.hold(record, new Grant(SAMPLE, new Permission(type, "todo"), GrantScope.ALWAYS, null, Instant.EPOCH));
    }

    private OutsideBundle next() throws InterruptedException {
        return registry.added.take();
    }

    @Test
    void it_is_known_at_once_and_offered_when_all_that_it_needs_was_granted() throws Exception {
        assertEquals(SAMPLE, plugins.install(jar).getFirst().id());
        assertEquals(
                "It is not started, because it was not granted what it needs: store.read todo, store.write todo.",
                next().missing());
        allow(READ, PermissionType.STORE_READ);
        assertTrue(String.valueOf(next().missing()).endsWith(": store.write todo."));
        allow(WRITE, PermissionType.STORE_WRITE);
        OutsideBundle offered = next();
        assertEquals(
                List.of("agent.sample"),
                offered.agents().stream()
                        .map(OutsideBundle.OutsideAgent::plugin)
                        .toList());

        grants.drop(READ);
        assertNotNull(next().missing());
        assertEquals(1, registry.declared().size());
    }

    @Test
    void it_is_there_again_when_the_data_is_opened_again() throws Exception {
        plugins.install(jar);
        plugins.close();
        assertEquals(List.of(), registry.declared());
        Files.delete(jar);
        plugins = opened();
        assertEquals(SAMPLE, registry.declared().getFirst().id());
    }

    @Test
    void a_right_that_was_taken_back_while_nothing_ran_holds_no_more() throws Exception {
        allow(READ, PermissionType.STORE_READ);
        allow(WRITE, PermissionType.STORE_WRITE);
        plugins.install(jar);
        assertNull(registry.only().missing());
        plugins.close();
        grants.drop(WRITE);
        plugins = opened();
        assertNotNull(registry.only().missing());
    }

    @Test
    void a_right_for_once_is_nothing_to_be_started_for() {
        allow(READ, PermissionType.STORE_READ);
        Permission writes = new Permission(PermissionType.STORE_WRITE, "todo");
        grants.hold(WRITE, new Grant(SAMPLE, writes, GrantScope.ONCE, null, Instant.EPOCH));
        plugins.install(jar);
        assertNotNull(registry.only().missing());
    }

    @Test
    void one_that_is_removed_is_gone_for_good() throws Exception {
        plugins.install(jar);
        plugins.remove(SAMPLE);
        assertEquals(List.of(), registry.declared());
        assertEquals("plugin.not-installed", code(() -> plugins.remove(SAMPLE)));
        plugins.close();
        plugins = opened();
        assertEquals(List.of(), registry.declared());
    }

    @Test
    void the_same_bundle_takes_the_place_of_the_one_before_and_another_does_not() throws Exception {
        plugins.install(jar);
        plugins.install(jar);
        assertEquals(1, registry.declared().size());
        Path other = new SampleJar().named("other").in(temp);
        assertEquals("plugin.taken", code(() -> plugins.install(other)));
        assertEquals(1, registry.declared().size());
    }

    @Test
    void what_is_no_plug_in_is_refused_and_nothing_of_it_is_kept() throws Exception {
        Path none = new SampleJar().undeclared().in(temp);
        assertEquals("plugin.unfit", code(() -> plugins.install(none)));
        Path outside = new SampleJar().named("../../outside").in(temp);
        assertEquals("plugin.unfit", code(() -> plugins.install(outside)));
        assertEquals("plugin.file", code(() -> plugins.install(temp.resolve("nothing"))));
        Path folder = temp.resolve("data").resolve("plugins");
        assertTrue(Files.notExists(folder) || folder.toFile().list().length == 0);
    }

    private static String code(Executable what) {
        return assertThrows(FailureException.class, what).failure().code();
    }
}
