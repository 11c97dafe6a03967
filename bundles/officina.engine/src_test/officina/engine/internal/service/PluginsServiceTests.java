// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.AccessRecord;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.SecretText;
import officina.base.Threads;
import officina.core.plugin.AccessLog;
import officina.core.plugin.AccessScope;
import officina.core.plugin.Grants;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginRegistry;
import officina.engine.PluginItem.Right;
import officina.engine.internal.Bench;
import officina.engine.internal.KeptSecrets;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.RunAddress;
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
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Folders are granted as the places they are. */
class PluginsServiceTests {

    private static final PluginId FILES = new PluginId("agent.files");

    @TempDir
    private Path temp;

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
    private InstantSource clock = () -> Instant.EPOCH;
    private Path asked;
    private Path elsewhere;

    @BeforeEach
    void folders() throws IOException {
        Path real = temp.toRealPath();
        asked = Files.createDirectory(real.resolve("asked"));
        elsewhere = Files.createDirectory(real.resolve("elsewhere"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_link_out_of_the_folder_that_is_asked_for_grants_nothing() throws IOException {
        Path link = Files.createSymbolicLink(asked.resolve("sub"), elsewhere);
        PluginsService plugins = asking(asked.toString());
        assertEquals("permission.not-asked", refused(plugins, link.toString()));
        assertEquals("permission.not-asked", refused(plugins, asked + "/sub/../x"));
        assertEquals("permission.not-asked", refused(plugins, "*"));
        assertEquals("permission.folder", refused(plugins, "asked"));
        assertEquals(List.of(), grants.all());
    }

    @Test
    void a_folder_that_is_asked_for_through_a_link_is_granted_as_its_place_and_taken_back_by_either_name()
            throws IOException {
        Path link = Files.createSymbolicLink(temp.toRealPath().resolve("link"), asked);
        PluginsService plugins = asking(link.toString());
        assertEquals(read(asked), plugins.grant(FILES, read(link), GrantScope.ALWAYS, null));
        plugins.revoke(FILES, read(link));
        assertEquals(List.of(), grants.all());
        plugins.grant(FILES, read(link), GrantScope.ALWAYS, null);
        plugins.revoke(FILES, read(asked));
        assertEquals(List.of(), grants.all());
    }

    @Test
    void where_any_folder_is_asked_for_the_one_that_was_granted_answers_it() {
        PluginsService plugins = asking("*");
        plugins.grant(FILES, read(asked), GrantScope.ALWAYS, null);
        List<Right> rights = plugins.find(FILES).rights();
        assertEquals(1, rights.size());
        assertEquals(read(asked), rights.getFirst().grants().getFirst().permission());
    }

    @Test
    void a_grant_that_is_undone_holds_no_more_from_then_on() {
        PluginsService plugins = asking("*");
        plugins.grant(FILES, read(asked), GrantScope.ALWAYS, null);
        assertEquals(1, grants.all().size());
        RunAddress address = new RunAddress(SampleEvents.session(1), new RunId(new UUID(1, 1)), Origin.USER);
        writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.UNDO, "Undo", null, null));
            bench.store
                    .list(RecordQuery.all(RecordKind.GRANT))
                    .forEach(each -> changes.delete(RecordKind.GRANT, each.id()));
            changes.add(new RunEvent.RunFinished(true, "Undone"));
            return true;
        });
        assertEquals(List.of(), grants.all());
    }

    @Test
    void what_is_taken_back_or_granted_holds_though_the_store_cannot_follow() {
        PluginsService plugins = asking("*");
        plugins.grant(FILES, read(asked), GrantScope.ALWAYS, null);
        bench.store.fail(new IllegalStateException("broken"));
        assertEquals(
                "engine.store-behind",
                assertThrows(FailureException.class, () -> plugins.revoke(FILES, read(asked)))
                        .failure()
                        .code());
        assertEquals(List.of(), grants.all());
        assertThrows(FailureException.class, () -> use(asked));
    }

    @Test
    void a_second_grant_for_once_is_none_of_the_one_that_is_just_used() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        asking("*").grant(FILES, read(elsewhere), GrantScope.ONCE, null);
        try (ExecutorService others = Threads.perTask("other")) {
            Future<?> other = others.submit(() -> writer.write(Bench.address(1), _ -> hold(writing, release)));
            assertTrue(writing.await(30, TimeUnit.SECONDS), "waited for the other change to begin");
            // uses it, and cannot delete it before the other change is made
            Future<?> use = others.submit(() -> use(elsewhere));
            for (int times = 0; times < 20_000 && !grants.all().isEmpty(); times++) {
                LockSupport.parkNanos(1_000_000);
            }
            assertEquals(List.of(), grants.all(), "waited for the grant to be used");
            // the first look at the clock is before the comparison, the second when the grant is made
            clock = () -> {
                if (looks.incrementAndGet() == 2) {
                    release.countDown();
                }
                return Instant.EPOCH;
            };
            asking("*").grant(FILES, read(elsewhere), GrantScope.ONCE, null);
            release.countDown();
            other.get(30, TimeUnit.SECONDS);
            use.get(30, TimeUnit.SECONDS);
        }
        assertEquals(1, grants.all().size());
        assertEquals(1, bench.store.list(RecordQuery.all(RecordKind.GRANT)).size());
    }

    private static boolean hold(CountDownLatch writing, CountDownLatch release) {
        writing.countDown();
        try {
            return release.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void use(Path folder) {
        AccessScope scope = new AccessScope(FILES, new RunId(new UUID(1, 1)), project, new Unlogged());
        new PermissionBroker(grants).require(scope, read(folder), "read", folder.toString());
    }

    /** Nobody reads it. */
    private record Unlogged() implements AccessLog {
        @Override
        public void used(AccessRecord access) {}

        @Override
        public void denied(AccessRecord access) {}
    }

    @Test
    void a_secret_is_kept_for_the_plug_in_that_asks_for_it_and_one_server() {
        PluginsService plugins = asking(new Permission(PermissionType.SECRET_USE, "files.key"));
        SecretRef key = new SecretRef("files.key");
        URI server = URI.create("https://example.org/a");
        try (SecretText value = new SecretText("sesame".toCharArray())) {
            assertEquals(
                    "permission.not-asked",
                    code(() -> plugins.giveSecret(FILES, new SecretRef("other.key"), server, value)));
            assertEquals(
                    "plugin.missing", code(() -> plugins.giveSecret(new PluginId("agent.none"), key, server, value)));
            assertEquals("plugin.server", code(() -> plugins.giveSecret(FILES, key, URI.create("ftp://a/"), value)));
            assertEquals(Set.of(), vault.names());

            plugins.giveSecret(FILES, key, server, value);
            plugins.giveSecret(FILES, key, URI.create("https://example.org:444"), value);
        }
        assertEquals(2, vault.names().size());
        assertFalse(vault.names().toString().contains("example"), "names are no list of where one is known");

        plugins.forgetSecret(FILES, key, URI.create("HTTPS://Example.ORG:443/b"));
        plugins.forgetSecret(FILES, key, URI.create("https://example.org:445/"));
        assertEquals(1, vault.names().size());

        PluginSecrets secrets = new PluginSecrets(vault);
        secrets.forget(new PluginId("agent.other"));
        assertEquals(1, vault.names().size());
        secrets.forget(FILES);
        assertEquals(Set.of(), vault.names());
    }

    private static String code(Executable refused) {
        return assertThrows(FailureException.class, refused).failure().code();
    }

    private PluginsService asking(String folder) {
        return asking(new Permission(PermissionType.FS_READ, folder));
    }

    private PluginsService asking(Permission permission) {
        PermissionRequest request = new PermissionRequest(permission, "To look for files.", false);
        PluginInfo info = new PluginInfo(
                FILES, PluginInfo.AGENT, "1.0", "example.files", "Example", false, List.of(request), List.of());
        PluginRegistry registry = new NoPlugins() {
            @Override
            public List<PluginInfo> declared() {
                return List.of(info);
            }
        };
        Edits edits = new Edits(writer, () -> Instant.EPOCH);
        BundleRecords bundles = new BundleRecords(bench.store, writer, edits, project);
        Publishers publishers = new Publishers(
                List.of(), new OwnCatalog(null), bench.store, writer, edits, project, () -> Instant.EPOCH);
        return new PluginsService(
                bench.store,
                edits,
                grants,
                registry,
                bench.disk,
                bench.projector,
                clock,
                project,
                new InstalledPlugins(
                        temp,
                        bundles,
                        publishers,
                        registry,
                        hosts,
                        _ -> _ -> {
                            throw new UnsupportedOperationException("nothing is run here");
                        },
                        grants,
                        Set::of,
                        () -> Instant.EPOCH),
                bundles,
                publishers,
                new Catalogs(new OwnCatalog(null), publishers, bench.store, writer, edits, project, () -> {
                    throw new UnsupportedOperationException("nothing is fetched here");
                }),
                new PluginSecrets(vault),
                new PluginProcesses(hosts, bundles));
    }

    private static Permission read(Path folder) {
        return new Permission(PermissionType.FS_READ, folder.toString());
    }

    private static String refused(PluginsService plugins, String folder) {
        return assertThrows(
                        FailureException.class,
                        () -> plugins.grant(
                                FILES, new Permission(PermissionType.FS_READ, folder), GrantScope.ALWAYS, null))
                .failure()
                .code();
    }
}
