// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import officina.api.batch.AutomationMemory;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.permission.GrantScope;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.OutsideBundle;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.Test;

/** What is offered to the registry. */
class InstalledPluginsTests extends InstalledPluginsTestCase {

    @Test
    void it_is_known_at_once_and_offered_when_all_that_it_needs_was_granted() throws Exception {
        assertEquals(SAMPLE, install(jar).getFirst().id());
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
        install(jar);
        plugins.close();
        assertEquals(List.of(), registry.declared());
        Files.delete(jar);
        plugins = opened();
        assertEquals(SAMPLE, registry.declared().getFirst().id());
    }

    @Test
    void a_right_that_was_taken_back_while_nothing_ran_holds_no_more() throws Exception {
        install(jar);
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
        install(jar);
        next();
        allow(READ, PermissionType.STORE_READ);
        next();
        allow(WRITE, PermissionType.STORE_WRITE, GrantScope.ONCE);
        assertNotNull(next().missing());
    }

    @Test
    void one_that_is_removed_is_gone_for_good() throws Exception {
        install(jar);
        plugins.remove(SAMPLE);
        assertEquals(List.of(), registry.declared());
        assertEquals("plugin.not-installed", code(() -> plugins.remove(SAMPLE)));
        plugins.close();
        plugins = opened();
        assertEquals(List.of(), registry.declared());
    }

    @Test
    void what_was_granted_goes_with_the_one_that_it_was_granted_to() throws Exception {
        install(jar);
        allow(READ, PermissionType.STORE_READ);
        install(jar);
        assertEquals(1, grants.all().size(), "the same bundle keeps it");
        plugins.remove(SAMPLE);
        assertEquals(List.of(), grants.all());

        allow(READ, PermissionType.STORE_READ);
        install(new SampleJar().named("other").in(temp));
        assertEquals(List.of(), grants.all(), "left of another of that name");
    }

    @Test
    void what_it_kept_is_for_no_other_that_takes_its_name() throws Exception {
        install(jar);
        remember();
        install(jar);
        assertEquals(1, memories(), "the same bundle keeps it");
        plugins.remove(SAMPLE);
        assertEquals(0, memories());

        remember();
        install(new SampleJar().named("other").in(temp));
        assertEquals(0, memories(), "left of another of that name");
    }

    private void remember() {
        edits.edit(
                project,
                "Round",
                changes -> changes.create(
                        RecordKind.AUTOMATION_MEMORY,
                        AutomationMemory.idOf(SAMPLE),
                        new AutomationMemory(SAMPLE, JsonObject.EMPTY.with("uid", 7)).fields()),
                (made, _) -> made);
    }

    private int memories() {
        return bench.store.list(RecordQuery.all(RecordKind.AUTOMATION_MEMORY)).size();
    }

    @Test
    void one_whose_copy_was_changed_or_is_gone_is_not_run_and_can_be_removed() throws Exception {
        install(jar);
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
        install(jar);
        assertEquals(List.of(), registry.only().manifest().problems(), "installed again");
        plugins.remove(SAMPLE);
        assertEquals(List.of(), registry.declared());
    }

    @Test
    void a_folder_that_is_none_keeps_nothing_from_opening() throws Exception {
        install(jar);
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
        install(jar);
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
                code(() -> install(new SampleJar().named("org.eclipse.osgi").in(temp))));
        assertEquals(List.of(), registry.declared());
    }

    @Test
    void the_same_bundle_takes_the_place_of_the_one_before_and_another_does_not() throws Exception {
        install(jar);
        install(jar);
        assertEquals(1, registry.declared().size());
        Path other = new SampleJar().named("other").in(temp);
        assertEquals("plugin.taken", code(() -> install(other)));
        assertEquals(1, registry.declared().size());
    }

    @Test
    void what_is_no_plug_in_is_refused_and_nothing_of_it_is_kept() throws Exception {
        Path none = new SampleJar().undeclared().in(temp);
        assertEquals("plugin.unfit", code(() -> install(none)));
        Path outside = new SampleJar().named("../../outside").in(temp);
        assertEquals("plugin.unfit", code(() -> install(outside)));
        assertEquals("plugin.file", code(() -> install(temp.resolve("nothing"))));
        Path folder = temp.resolve("data").resolve("plugins");
        assertTrue(Files.notExists(folder) || folder.toFile().list().length == 0);
    }
}
