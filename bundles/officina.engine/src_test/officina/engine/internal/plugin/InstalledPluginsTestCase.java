// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.plugin.Grants;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.engine.InstallConsent;
import officina.engine.internal.Bench;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.KeptGrants;
import officina.host.pool.HostLimits;
import officina.host.pool.HostPool;
import officina.testkit.plugin.SampleJar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins of others in a folder, and a registry that remembers what it was offered; no process is started. */
@Timeout(60)
abstract class InstalledPluginsTestCase {

    static final PluginId SAMPLE = new PluginId("agent.sample");
    static final RecordId READ = new RecordId(new UUID(1, 1));
    static final RecordId WRITE = new RecordId(new UUID(1, 2));

    /** Remembers what runs elsewhere. */
    static final class Registry extends NoPlugins {

        final List<OutsideBundle> there = new ArrayList<>();
        final BlockingQueue<OutsideBundle> added = new LinkedBlockingQueue<>();

        @Override
        public Place add(OutsideBundle bundle) {
            Place place = new Place() {

                @Nullable
                OutsideBundle now;

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

        synchronized void drop(@Nullable OutsideBundle bundle) {
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
    Path temp;

    final Registry registry = new Registry();
    final Bench bench = new Bench();
    final RecordWriter writer = new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH);
    final RecordId project = new RecordId(new UUID(7, 7));
    final Grants grants = KeptGrants.of(bench.store, writer, () -> Instant.EPOCH, project);
    final HostPool hosts = new HostPool(
            () -> {
                throw new UnsupportedOperationException("nothing is run here");
            },
            () -> {
                throw new UnsupportedOperationException("nothing is run here");
            },
            HostLimits.USUAL,
            () -> Instant.EPOCH);
    final Edits edits = new Edits(writer, () -> Instant.EPOCH);
    OwnCatalog brought;
    Publishers publishers;
    BundleRecords bundles;
    InstalledPlugins plugins;
    Path jar;

    @BeforeEach
    void open() throws IOException {
        jar = new SampleJar().in(temp);
        plugins = opened();
    }

    /** The catalogue that the program brings with it; none. */
    OwnCatalog brought() {
        return new OwnCatalog(null);
    }

    InstalledPlugins opened() {
        bundles = new BundleRecords(bench.store, writer, edits, project);
        brought = brought();
        publishers = new Publishers(List.of(), brought, bench.store, writer, edits, project, () -> Instant.EPOCH);
        InstalledPlugins made = new InstalledPlugins(
                temp.resolve("data"),
                bundles,
                publishers,
                registry,
                hosts,
                _ -> _ -> {
                    throw new UnsupportedOperationException("nothing is run here");
                },
                grants,
                () -> Set.of("org.eclipse.osgi"),
                () -> Instant.EPOCH);
        made.open();
        return made;
    }

    @AfterEach
    void close() {
        plugins.close();
        hosts.close();
        bench.close();
    }

    void allow(RecordId record, PermissionType type) {
        allow(record, type, GrantScope.ALWAYS);
    }

    void allow(RecordId record, PermissionType type, GrantScope scope) {
        allow(record, type, "todo", scope);
    }

    void allow(RecordId record, PermissionType type, String resource, GrantScope scope) {
        Grant grant = new Grant(SAMPLE, new Permission(type, resource), scope, null, Instant.EPOCH);
        edits.edit(
                project,
                "Edit",
                changes -> changes.create(RecordKind.GRANT, record, grant.fields()),
                (made, _) -> made);
    }

    void takeBack(RecordId record) {
        edits.edit(project, "Edit", changes -> changes.delete(RecordKind.GRANT, record), (made, _) -> made);
    }

    /** Somebody's own, without a signature. */
    List<PluginInfo> install(Path file) {
        return plugins.install(file, null, Set.of(InstallConsent.UNSIGNED));
    }

    List<InstalledBundle> records() {
        return bench.store.list(RecordQuery.all(InstalledBundle.KIND)).stream()
                .map(each -> InstalledBundle.from(each.fields()))
                .toList();
    }

    OutsideBundle next() throws InterruptedException {
        return registry.added.take();
    }

    static String code(Executable what) {
        return assertThrows(FailureException.class, what).failure().code();
    }
}
