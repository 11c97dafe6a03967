// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.plugin.Grants;
import officina.core.plugin.PluginInfo;
import officina.engine.PluginItem.Right;
import officina.engine.internal.Bench;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.KeptGrants;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders are granted as the places they are. */
class PluginsServiceTests {

    private static final PluginId FILES = new PluginId("agent.files");

    @TempDir
    private Path temp;

    private final Bench bench = new Bench();
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH);
    private final RecordId project = new RecordId(new UUID(7, 7));
    private final Grants grants = KeptGrants.of(bench.store, writer, () -> Instant.EPOCH, project);
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

    private PluginsService asking(String folder) {
        PermissionRequest request =
                new PermissionRequest(new Permission(PermissionType.FS_READ, folder), "To look for files.", false);
        PluginInfo info = new PluginInfo(
                FILES, PluginInfo.AGENT, "1.0", "example.files", "Example", false, List.of(request), List.of());
        return new PluginsService(
                bench.store,
                new Edits(writer, () -> Instant.EPOCH),
                new NoPlugins() {
                    @Override
                    public List<PluginInfo> declared() {
                        return List.of(info);
                    }
                },
                bench.disk,
                bench.projector,
                () -> Instant.EPOCH,
                project);
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
