// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.id.PluginId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.api.record.Group;
import officina.api.record.Priority;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.api.record.UserProfile;
import officina.store.Store;
import officina.store.internal.Stores;
import officina.store.internal.Story;
import officina.store.internal.database.RawDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in comes out, for every kind, with values of every sort; and the columns say the same as the fields. */
class RecordRoundTripTests {

    @TempDir
    Path temp;

    static Stream<String> awkward() {
        return Stream.of(
                "plain",
                "\"double\" 'single' `back` \\ / \\u0041",
                "'; drop table todo; --",
                "100% _under_ #hash ? ?1 $1 :x",
                "a\ttab, a\nline, a\r\nline",
                "\u0000 nul \u0001 \u001f \u007f \u0085 \u2028",
                "👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 𝄞",
                "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202e",
                "e\u0301 \u00e9 \ufb01 \u0130 \u1e9e \u03a3",
                "half \ud83d of a pair",
                "\ufeff\uffff",
                "x" + "y".repeat(400));
    }

    static Stream<DataRecord> kinds() {
        return awkward().flatMap(RecordRoundTripTests::kinds);
    }

    private static Stream<DataRecord> kinds(String text) {
        UUID owner = new UUID(9, 9);
        Todo todo = new Todo(
                Story.PROJECT,
                text,
                text.repeat(200),
                Priority.URGENT,
                TodoStatus.DONE,
                LocalDate.of(2028, 2, 29),
                LocalTime.of(23, 59, 59, 999_999_999),
                List.of(text, "", text),
                Instant.parse("1969-12-31T23:59:59.999999999Z"));
        Project project = new Project(text, Story.PROJECT, List.of(text, "/home/" + text), true);
        Setting setting = new Setting(
                SettingScope.PROJECT, Story.PROJECT, text, JsonValue.of(List.of(text, new BigDecimal("1E+30"), true)));
        Grant grant = new Grant(
                new PluginId("agent.task"),
                new Permission(PermissionType.FS_READ, text),
                GrantScope.RUN,
                owner,
                Instant.parse("2026-12-31T23:59:59.000000001Z"));
        return Stream.of(
                record(RecordKind.TODO, todo.fields()),
                record(RecordKind.PROJECT, project.fields()),
                record(RecordKind.GROUP, new Group(text).fields()),
                record(
                        RecordKind.SESSION,
                        new SessionInfo(
                                        text.substring(0, Math.min(200, text.length())),
                                        Story.PROJECT,
                                        SessionKind.EDITS)
                                .fields()),
                record(RecordKind.SETTING, setting.fields()),
                record(RecordKind.GRANT, grant.fields()),
                record(
                        RecordKind.USER_PROFILE,
                        new UserProfile(text, Locale.forLanguageTag("sr-Latn-RS"), ZoneId.of("Europe/Rome")).fields()),
                record(new RecordKind("from-the-future"), JsonObject.EMPTY.with("a", List.of(text, JsonNull.NULL))),
                record(RecordKind.TODO, todo.fields().with("from the future", new JsonText(text))),
                record(RecordKind.TODO, JsonObject.EMPTY.with("title", 3)));
    }

    private static DataRecord record(RecordKind kind, JsonObject fields) {
        return new DataRecord(kind, Story.record(1), 1, fields, Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void every_kind_comes_back_as_it_went_in() {
        List<DataRecord> records = kinds().toList();
        Story story = new Story().edit(Story.session(1), Story.run(1));
        for (int i = 0; i < records.size(); i++) {
            story.put(
                    Story.session(1),
                    Story.run(1),
                    records.get(i).kind(),
                    Story.record(i),
                    records.get(i).fields());
        }
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            for (int i = 0; i < records.size(); i++) {
                Instant at = story.events().get(i + 1).at();
                DataRecord expected = new DataRecord(
                        records.get(i).kind(),
                        Story.record(i),
                        1,
                        records.get(i).fields(),
                        at,
                        at);
                assertEquals(Optional.of(expected), store.get(expected.kind(), expected.id()));
            }
        }
    }

    @Test
    void a_text_of_millions_of_characters_is_kept() {
        JsonObject fields = JsonObject.EMPTY.with("text", "\u00e4\ud83d\ude00 ".repeat(500_000));
        Story story = new Story().edit(Story.session(1), Story.run(1));
        story.put(Story.session(1), Story.run(1), new RecordKind("page"), Story.record(1), fields);
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            DataRecord kept = store.get(new RecordKind("page"), Story.record(1)).orElseThrow();
            assertEquals(fields, kept.fields());
        }
    }

    @Test
    void a_change_keeps_the_day_of_creation_and_a_deletion_removes() {
        Story story = new Story().edit(Story.session(1), Story.run(1));
        story.put(Story.session(1), Story.run(1), RecordKind.GROUP, Story.record(1), new Group("old").fields());
        Instant created = story.last().at();
        story.put(Story.session(1), Story.run(1), RecordKind.GROUP, Story.record(1), new Group("new").fields());
        Instant updated = story.last().at();
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(
                    Optional.of(new DataRecord(
                            RecordKind.GROUP, Story.record(1), 2, new Group("new").fields(), created, updated)),
                    store.get(RecordKind.GROUP, Story.record(1)));
            story.put(Story.session(1), Story.run(1), RecordKind.GROUP, Story.record(1), null);
            store.apply(story.events());
            assertEquals(Optional.empty(), store.get(RecordKind.GROUP, Story.record(1)));
        }
    }

    @Test
    void a_record_is_not_found_under_another_kind() {
        Story story = new Story().edit(Story.session(1), Story.run(1));
        story.put(Story.session(1), Story.run(1), RecordKind.GROUP, Story.record(1), new Group("g").fields());
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(Optional.empty(), store.get(RecordKind.PROJECT, Story.record(1)));
        }
    }

    @Test
    void the_columns_of_a_todo_say_what_its_fields_say() {
        Todo todo = new Todo(
                Story.PROJECT,
                "Renew the passport",
                "At the town hall",
                Priority.HIGH,
                TodoStatus.OPEN,
                LocalDate.of(2026, 12, 12),
                LocalTime.of(9, 30),
                List.of("Ada", "Bob"),
                null);
        Story story = new Story().edit(Story.session(1), Story.run(1));
        story.put(Story.session(1), Story.run(1), RecordKind.TODO, Story.record(1), todo.fields());
        Stores.with(temp.resolve("store"), story.events()).close();
        List<String> rows = RawDatabase.in(
                temp.resolve("store"),
                connection -> RawDatabase.rows(
                        connection,
                        "select project_id, title, description, priority, status, due, due_time, completed_at,"
                                + " (select string_agg(name, '+' order by place) from todo_person where todo_id = todo.id)"
                                + " from todo"));
        assertEquals(
                List.of(Story.PROJECT
                        + "|Renew the passport|At the town hall|high|open|2026-12-12|09:30:00|null|Ada+Bob"),
                rows);
    }
}
