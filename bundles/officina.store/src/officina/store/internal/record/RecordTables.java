// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

import static officina.store.internal.record.FieldColumn.constant;
import static officina.store.internal.record.FieldColumn.date;
import static officina.store.internal.record.FieldColumn.flag;
import static officina.store.internal.record.FieldColumn.id;
import static officina.store.internal.record.FieldColumn.instant;
import static officina.store.internal.record.FieldColumn.json;
import static officina.store.internal.record.FieldColumn.optionalId;
import static officina.store.internal.record.FieldColumn.optionalInstant;
import static officina.store.internal.record.FieldColumn.optionalText;
import static officina.store.internal.record.FieldColumn.text;
import static officina.store.internal.record.FieldColumn.time;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
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
import org.jspecify.annotations.Nullable;

/** Which kinds have a table of their own, and how their fields become columns. */
final class RecordTables {

    private static final Map<RecordKind, RecordTable> TABLES = List.of(
                    new RecordTable(
                            RecordKind.GROUP,
                            "project_group",
                            Group::from,
                            List.of(text("name")),
                            List.of(),
                            List.of("name")),
                    new RecordTable(
                            RecordKind.PROJECT,
                            "project",
                            Project::from,
                            List.of(text("name"), id("group", "group_id"), flag("standard")),
                            List.of(new ListColumn("folders", "project_folder", "project_id", "folder")),
                            List.of("name", "folders")),
                    new RecordTable(
                            RecordKind.SESSION,
                            "session",
                            SessionInfo::from,
                            List.of(
                                    text("title"),
                                    id("project", "project_id"),
                                    constant("kind", SessionKind.class, SessionKind.CONVERSATION)),
                            List.of(),
                            List.of("title")),
                    new RecordTable(
                            RecordKind.TODO,
                            "todo",
                            Todo::from,
                            List.of(
                                    id("project", "project_id"),
                                    text("title"),
                                    optionalText("description"),
                                    constant("priority", Priority.class, Priority.MEDIUM),
                                    constant("status", TodoStatus.class, TodoStatus.OPEN),
                                    date("due", "due"),
                                    time("dueTime", "due_time"),
                                    optionalInstant("completedAt", "completed_at")),
                            List.of(new ListColumn("people", "todo_person", "todo_id", "name")),
                            List.of("title", "description", "people")),
                    new RecordTable(
                            RecordKind.USER_PROFILE,
                            "user_profile",
                            UserProfile::from,
                            List.of(optionalText("name"), text("locale"), text("zone")),
                            List.of(),
                            List.of("name")),
                    new RecordTable(
                            RecordKind.SETTING,
                            "setting",
                            Setting::from,
                            List.of(
                                    constant("scope", SettingScope.class, SettingScope.GLOBAL),
                                    optionalId("owner", "owner_id"),
                                    new FieldColumn(
                                            "key", "setting_key", text("key").reader()),
                                    json("value", "setting_value")),
                            List.of(),
                            List.of("key")),
                    new RecordTable(
                            RecordKind.GRANT,
                            "plugin_permission",
                            Grant::from,
                            List.of(
                                    text("plugin"),
                                    text("type"),
                                    text("resource"),
                                    constant("scope", GrantScope.class, null),
                                    optionalId("owner", "owner_id"),
                                    instant("grantedAt", "granted_at")),
                            List.of(),
                            List.of("plugin", "type", "resource")))
            .stream()
            .collect(Collectors.toUnmodifiableMap(RecordTable::kind, Function.identity()));

    private RecordTables() {}

    /** The kind's own table; {@code null} for a kind that a newer version or a plug-in brought. */
    static @Nullable RecordTable of(RecordKind kind) {
        return TABLES.get(kind);
    }
}
