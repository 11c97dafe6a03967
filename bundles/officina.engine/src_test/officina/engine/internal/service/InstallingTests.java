// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.base.SecretText;
import officina.core.plugin.Grants;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.engine.InstallConsent;
import officina.engine.PluginItem;
import officina.engine.internal.Bench;
import officina.engine.internal.KeptSecrets;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.plugin.BundleRecords;
import officina.engine.internal.plugin.Catalogs;
import officina.engine.internal.plugin.InstalledPlugins;
import officina.engine.internal.plugin.OwnCatalog;
import officina.engine.internal.plugin.PluginProcesses;
import officina.engine.internal.plugin.PluginSecrets;
import officina.engine.internal.plugin.Publishers;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.KeptGrants;
import officina.host.pool.HostLimits;
import officina.host.pool.HostPool;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of, and can allow, when plug-ins are installed. */
@Timeout(60)
class InstallingTests {

    private static final PluginId AGENT = new PluginId("agent.sample");
    private static final PluginId BATCH = new PluginId("batch.sample");
    private static final Permission READ = new Permission(PermissionType.STORE_READ, "todo");
    private static final Permission WRITE = new Permission(PermissionType.STORE_WRITE, "todo");

    /** Knows what runs elsewhere. */
    private static final class Registry extends NoPlugins {

        private final Set<Seat> seats = new LinkedHashSet<>();

        private final class Seat implements Place {

            private OutsideBundle now;

            Seat(OutsideBundle first) {
                now = first;
            }

            @Override
            public void become(OutsideBundle next) {
                synchronized (Registry.this) {
                    now = next;
                }
            }

            @Override
            public void close() {
                synchronized (Registry.this) {
                    seats.remove(this);
                }
            }
        }

        @Override
        public synchronized Place add(OutsideBundle bundle) {
            Seat seat = new Seat(bundle);
            seats.add(seat);
            return seat;
        }

        @Override
        public synchronized List<PluginInfo> declared() {
            return seats.stream()
                    .flatMap(each -> each.now.manifest().plugins().stream())
                    .map(PluginManifest.Declared::info)
                    .toList();
        }
    }

    @TempDir
    private Path temp;

    private final Registry registry = new Registry();
    private final KeptSecrets vault = new KeptSecrets();
    private final Bench bench = new Bench();
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH);
    private final RecordId project = new RecordId(new UUID(7, 7));
    private final Grants grants = KeptGrants.of(bench.store, writer, () -> Instant.EPOCH, project);
    private final HostPool hosts = new HostPool(
            () -> {
                throw new UnsupportedOperationException("nothing is run here");
            },
            () -> {
                throw new UnsupportedOperationException("nothing is run here");
            },
            HostLimits.USUAL,
            () -> Instant.EPOCH);
    private InstalledPlugins installed;
    private PluginsService plugins;

    @BeforeEach
    void open() {
        Edits edits = new Edits(writer, () -> Instant.EPOCH);
        BundleRecords bundles = new BundleRecords(bench.store, writer, edits, project);
        Publishers publishers = new Publishers(
                List.of(), new OwnCatalog(null), bench.store, writer, edits, project, () -> Instant.EPOCH);
        installed = new InstalledPlugins(
                temp.resolve("data"),
                bundles,
                publishers,
                registry,
                hosts,
                _ -> _ -> {
                    throw new UnsupportedOperationException("nothing is run here");
                },
                grants,
                Set::of,
                () -> Instant.EPOCH);
        installed.open();
        plugins = new PluginsService(
                bench.store,
                edits,
                grants,
                registry,
                bench.disk,
                bench.projector,
                () -> Instant.EPOCH,
                project,
                installed,
                bundles,
                publishers,
                new Catalogs(new OwnCatalog(null), publishers, bench.store, writer, edits, project, () -> {
                    throw new UnsupportedOperationException("nothing is fetched here");
                }),
                new PluginSecrets(vault),
                new PluginProcesses(hosts, bundles));
    }

    @AfterEach
    void close() {
        installed.close();
        hosts.close();
        bench.close();
    }

    private List<PluginItem> install(SampleJar what) throws Exception {
        return plugins.install(what.in(temp), null, Set.of(InstallConsent.UNSIGNED));
    }

    private void allow(PluginId plugin) {
        plugins.grant(plugin, READ, GrantScope.ALWAYS, null);
        plugins.grant(plugin, WRITE, GrantScope.ALWAYS, null);
    }

    private PluginItem.Installation here(PluginId plugin) {
        return Objects.requireNonNull(plugins.find(plugin).installation());
    }

    private static List<Permission> awaited(PluginItem item) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(item.installation()).waiting())
                .asks()
                .stream()
                .map(PermissionRequest::permission)
                .toList();
    }

    @Test
    void a_plug_in_that_only_the_version_has_that_waits_can_be_removed_with_its_bundle() throws Exception {
        install(new SampleJar());
        allow(AGENT);
        install(new SampleJar().version("1.1.0").batched());
        plugins.remove(BATCH);
        assertEquals(List.of(), plugins.list());
        assertEquals(List.of(), grants.all());
    }

    @Test
    void a_plug_in_that_only_the_version_has_that_waits_is_shown_and_can_be_allowed_what_it_needs() throws Exception {
        install(new SampleJar());
        allow(AGENT);
        List<PluginItem> told = install(new SampleJar().version("1.1.0").batched());
        assertEquals(List.of(AGENT, BATCH), told.stream().map(PluginItem::id).toList());
        assertEquals(List.of(), awaited(told.getFirst()), "it was granted that for itself");
        assertEquals(List.of(READ, WRITE), awaited(told.getLast()));
        assertEquals(2, told.getLast().rights().size());

        allow(BATCH);
        while (here(AGENT).waiting() != null) {
            Thread.onSpinWait();
        }
        assertEquals("1.0.0", here(AGENT).previous());
        assertNull(here(BATCH).waiting());
    }

    @Test
    void a_new_plug_in_gets_no_secret_that_was_given_to_another_one_of_its_name() throws Exception {
        install(new SampleJar().connecting());
        try (SecretText value = new SecretText("sesame".toCharArray())) {
            plugins.giveSecret(AGENT, new SecretRef("sample.key"), URI.create("https://example.org"), value);
        }
        install(new SampleJar().version("1.1.0").connecting());
        assertEquals(1, vault.names().size(), "it is the same plug-in still");
        // as where the engine was killed before it could forget, or the person undid what had installed it
        installed.remove(AGENT);
        install(new SampleJar().named("other").connecting());
        assertEquals(Set.of(), vault.names());
    }
}
