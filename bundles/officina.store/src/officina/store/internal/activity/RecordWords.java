// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.event.RunKind;
import officina.api.json.JsonObject;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/** What the activity log says of records and their changes. */
final class RecordWords {

    private static final int MAX_TITLE = 120;
    private static final int MAX_FIELDS = 5;

    /** The engine's own note, which is kept as a setting. */
    private static final String GIVEN = "plugins.given";

    private RecordWords() {}

    static String wire(RunKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String verb(RecordChange change) {
        return switch (change) {
            case CREATED -> "create";
            case UPDATED -> "update";
            case DELETED -> "delete";
        };
    }

    static String done(RecordChange change) {
        return switch (change) {
            case CREATED -> "Created";
            case UPDATED -> "Changed";
            case DELETED -> "Deleted";
        };
    }

    /** For example: Changed to-do “Renew the passport”: priority, due. */
    static String changed(RecordChanged change) {
        JsonObject before = change.before();
        JsonObject after = change.after();
        JsonObject shown = Objects.requireNonNullElse(after, Objects.requireNonNullElse(before, JsonObject.EMPTY));
        if (change.kind().equals(RecordKind.GRANT)) {
            return granted(change.change(), shown);
        }
        if (change.kind().equals(RecordKind.SESSION_IMPORT)) {
            return after == null ? "Forgot that a conversation was imported" : "Imported conversation" + title(shown);
        }
        if (change.kind().equals(RecordKind.SESSION_REMOVAL)) {
            return change.after() == null
                    ? "The events of a deleted conversation are out of the files"
                    : "A deleted conversation is to be taken out of the files";
        }
        if (change.kind().equals(RecordKind.SETTING) && GIVEN.equals(shown.text("key"))) {
            return "Noted what the product's own plug-ins were given";
        }
        String what = one(change.kind()) + title(shown);
        if (change.change() != RecordChange.UPDATED || before == null || after == null) {
            return done(change.change()) + " " + what;
        }
        List<String> fields = differences(before, after);
        if (change.kind().equals(RecordKind.TODO) && fields.contains("status")) {
            return (TodoStatus.DONE.name().equalsIgnoreCase(after.text("status")) ? "Completed " : "Reopened ") + what;
        }
        return "Changed " + what + listed(fields);
    }

    private static String listed(List<String> fields) {
        if (fields.isEmpty()) {
            return "";
        }
        String names = String.join(", ", fields.subList(0, Math.min(MAX_FIELDS, fields.size())));
        return ": " + names + (fields.size() > MAX_FIELDS ? " and more" : "");
    }

    private static List<String> differences(JsonObject before, JsonObject after) {
        Set<String> names = new LinkedHashSet<>(after.members().keySet());
        names.addAll(before.members().keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
    }

    /** The kind as a person calls one of it. */
    static String one(RecordKind kind) {
        return one(kind.name());
    }

    /** The kind as a person calls many of it. */
    static String many(String kind) {
        return kind.equals(Permission.ANY) ? "everything" : one(kind) + "s";
    }

    private static String one(String kind) {
        if (kind.equals(RecordKind.SESSION.name())) {
            return "conversation";
        }
        return kind.equals(RecordKind.TODO.name()) ? "to-do" : kind.replace('-', ' ');
    }

    /** Also for what a newer version wrote: nothing here may fail. */
    private static String granted(RecordChange change, JsonObject fields) {
        String type = String.valueOf(fields.text("type"));
        String resource = Objects.requireNonNullElse(fields.text("resource"), Permission.ANY);
        String right = Arrays.stream(PermissionType.values())
                .filter(each -> each.wireName().equals(type))
                .findFirst()
                .map(each -> AccessWords.allowed(each, resource))
                .orElse(type + " " + resource);
        String what = fields.text("plugin") + " to " + right;
        return switch (change) {
            case CREATED -> "Allowed " + what;
            case UPDATED -> "Changed what allows " + what;
            case DELETED -> "No longer allows " + what;
        };
    }

    private static String title(JsonObject fields) {
        String title = firstText(fields, "title", "name", "key");
        return title == null || title.isBlank() ? "" : " “" + OneLine.of(title, MAX_TITLE) + "”";
    }

    private static @Nullable String firstText(JsonObject fields, String... names) {
        for (String name : names) {
            String text = fields.text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
