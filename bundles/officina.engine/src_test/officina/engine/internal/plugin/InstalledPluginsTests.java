// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import officina.core.plugin.Grants;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.engine.internal.Bench;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.service.Edits;
import officina.engine.internal.start.KeptGrants;
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
    private final Edits edits = new Edits(writer, () -> Instant.EPOCH);
    private InstalledPlugins plugins;
    private Path jar;

    @BeforeEach
    void open() throws IOException {
        jar = new SampleJar().in(temp);
        plugins = opened();
    }

    private InstalledPlugins opened() {
        InstalledPlugins made = new InstalledPlugins(
                temp.resolve("data"),
                BundleRecords.of(bench.store, writer, edits, project),
                registry,
                hosts,
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

    private void allow(RecordId record, PermissionType type) {
        allow(record, type, GrantScope.ALWAYS);
    }

    private void allow(RecordId record, PermissionType type, GrantScope scope) {
        Grant grant = new Grant(SAMPLE, new Permission(type, "todo"), scope, null, Instant.EPOCH);
        edits.edit(
                project,
                "Edit",
                changes -> changes.create(RecordKind.GRANT, record, grant.fields()),
                (made, _) -> made);
    }

    private void takeBack(RecordId record) {
        edits.edit(project, "Edit", changes -> changes.delete(RecordKind.GRANT, record), (made, _) -> made);
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

        takeBack(READ);
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
        plugins.install(jar);
        next();
        allow(READ, PermissionType.STORE_READ);
        next();
        allow(WRITE, PermissionType.STORE_WRITE);
        assertNull(next().missing());
        plugins.close();
        takeBack(WRITE);
        plugins = opened();
        assertNotNull(registry.only().missing());
    }

    @Test
    void a_right_for_once_is_nothing_to_be_started_for() throws Exception {
        plugins.install(jar);
        next();
        allow(READ, PermissionType.STORE_READ);
        next();
        allow(WRITE, PermissionType.STORE_WRITE, GrantScope.ONCE);
        assertNotNull(next().missing());
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
    void what_was_granted_goes_with_the_one_that_it_was_granted_to() throws Exception {
        plugins.install(jar);
        allow(READ, PermissionType.STORE_READ);
        plugins.install(jar);
        assertEquals(1, grants.all().size(), "the same bundle keeps it");
        plugins.remove(SAMPLE);
        assertEquals(List.of(), grants.all());

        allow(READ, PermissionType.STORE_READ);
        plugins.install(new SampleJar().named("other").in(temp));
        assertEquals(List.of(), grants.all(), "left of another of that name");
    }

    @Test
    void one_whose_copy_was_changed_or_is_gone_is_not_run_and_can_be_removed() throws Exception {
        plugins.install(jar);
        plugins.close();
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(temp.resolve("data/plugins"))) {
            Files.writeString(copies.iterator().next(), "x", StandardOpenOption.APPEND);
        }
        plugins = opened();
        OutsideBundle broken = registry.only();
        assertEquals(SAMPLE, registry.declared().getFirst().id());
        assertEquals(List.of(), broken.agents());
        assertEquals(
                "It is not started: its copy in the data folder cannot be read, or is not what was installed."
                        + " Install it again, or remove it: officina plugins remove agent.sample",
                broken.manifest().problems().getFirst().text());
        plugins.install(jar);
        assertEquals(List.of(), registry.only().manifest().problems(), "installed again");
        plugins.remove(SAMPLE);
        assertEquals(List.of(), registry.declared());
    }

    @Test
    void a_folder_that_is_none_keeps_nothing_from_opening() throws Exception {
        plugins.install(jar);
        plugins.close();
        Path folder = temp.resolve("data/plugins");
        Files.move(folder, temp.resolve("elsewhere"));
        Files.writeString(folder, "a file");
        plugins = opened();
        assertEquals(1, registry.only().manifest().problems().size());
    }

    @Test
    void what_no_record_names_is_not_run_and_leaves() throws Exception {
        plugins.close();
        Path folder = Files.createDirectories(temp.resolve("data/plugins"));
        Path planted = Files.copy(jar, folder.resolve("0".repeat(64) + ".jar"));
        Path foreign = Files.copy(jar, folder.resolve("sample.jar"));
        plugins = opened();
        assertEquals(List.of(), registry.declared());
        assertTrue(Files.notExists(planted));
        assertTrue(Files.exists(foreign), "not called as a copy is");
    }

    @Test
    void an_undone_installation_is_none() throws Exception {
        plugins.install(jar);
        RecordId record = InstalledBundle.idOf("sample");
        next();
        edits.edit(project, "Edit", changes -> changes.delete(InstalledBundle.KIND, record), (made, _) -> made);
        while (!registry.declared().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_bundle_that_calls_itself_like_a_part_of_the_program_is_refused() throws Exception {
        assertEquals(
                "plugin.taken",
                code(() -> plugins.install(
                        new SampleJar().named("org.eclipse.osgi").in(temp))));
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
