// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.Project;
import officina.api.record.SettingScope;
import officina.base.Progress;
import officina.core.run.OutlivedQuery;
import officina.core.settings.SettingsCatalog;
import officina.engine.internal.Bench;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.retention.Retention;
import officina.engine.internal.retention.SessionRemover;
import officina.engine.internal.start.FirstRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which conversations are looked for, by what is set for their project, for its group and for all. */
class RetentionByProjectTests {

    private static final RecordId GROUP = new RecordId(new UUID(7, 6));
    private static final RecordId HOME = new RecordId(new UUID(7, 7));
    private static final RecordId GARDEN = new RecordId(new UUID(7, 8));
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Bench bench = new Bench();
    private final InstantSource clock = () -> NOW;
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, clock);
    private final Edits edits = new Edits(writer, clock);
    private final SettingsStore settings =
            new SettingsStore(bench.store, edits, bench.disk, bench.projector, clock, HOME);
    private final SessionRemover remover = new SessionRemover(bench.disk, bench.log, bench.store, writer, clock, HOME);
    private final Retention retention = new Retention(
            bench.store, new ProjectsService(bench.store, edits, remover, clock, _ -> {}), settings, remover, clock);

    @BeforeEach
    void addProjects() {
        edits.edit(
                HOME,
                "Made what there is",
                changes -> {
                    FirstRecords.addProject(changes, HOME, new Project("Home", GROUP, List.of(), true));
                    FirstRecords.addProject(changes, GARDEN, new Project("Garden", GROUP, List.of(), false));
                    return HOME;
                },
                (made, _) -> made);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void without_a_setting_nothing_is_looked_for() {
        assertEquals(List.of(), lookedFor());
    }

    @Test
    void a_setting_for_all_holds_in_every_project() {
        keep(SettingsCatalog.KEEP_SESSIONS, SettingScope.GLOBAL, null, 5);
        keep(SettingsCatalog.KEEP_DAYS, SettingScope.GLOBAL, null, 30);
        assertEquals(List.of(query(GARDEN, 5, 30), query(HOME, 5, 30)), lookedFor());
    }

    @Test
    void what_is_set_for_a_project_wins_over_what_is_set_for_all() {
        keep(SettingsCatalog.KEEP_SESSIONS, SettingScope.GLOBAL, null, 5);
        keep(SettingsCatalog.KEEP_SESSIONS, SettingScope.PROJECT, GARDEN, 2);
        keep(SettingsCatalog.KEEP_DAYS, SettingScope.PROJECT, GARDEN, 30);
        assertEquals(List.of(query(GARDEN, 2, 30), query(HOME, 5, 0)), lookedFor());

        keep(SettingsCatalog.KEEP_SESSIONS, SettingScope.PROJECT, GARDEN, 0);
        keep(SettingsCatalog.KEEP_DAYS, SettingScope.PROJECT, GARDEN, 0);
        assertEquals(List.of(query(HOME, 5, 0)), lookedFor());

        settings.set(SettingsCatalog.KEEP_SESSIONS, SettingScope.PROJECT, GARDEN, JsonNull.NULL);
        assertEquals(List.of(query(GARDEN, 5, 0), query(HOME, 5, 0)), lookedFor());
    }

    @Test
    void what_is_for_the_whole_window_cannot_be_set_for_a_project_and_says_so() {
        Failure refused = assertThrows(
                        FailureException.class,
                        () -> settings.set(SettingsCatalog.THEME, SettingScope.PROJECT, GARDEN, new JsonText("dark")))
                .failure();
        assertEquals("settings.scope", refused.code());
        assertEquals("The setting \"appearance.theme\" cannot be set for one project.", refused.message());
        assertEquals(
                new JsonText("system"),
                settings.get(SettingsCatalog.THEME, GARDEN).value());
    }

    private void keep(String key, SettingScope scope, @Nullable RecordId owner, int count) {
        settings.set(key, scope, owner, JsonValue.of(count));
    }

    private List<OutlivedQuery> lookedFor() {
        bench.store.outlived.clear();
        retention.clean(Progress.NONE);
        return List.copyOf(bench.store.outlived);
    }

    private static OutlivedQuery query(RecordId project, int newest, int days) {
        return new OutlivedQuery(
                project, newest, days == 0 ? null : NOW.minus(Duration.ofDays(days)), OutlivedQuery.MAX_LIMIT);
    }
}
