// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import java.util.Arrays;
import java.util.Locale;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.record.Priority;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;

/** Names of actions, fields and values as people say them. */
final class Names {

    private Names() {}

    static String action(PlanAction action, JsonObject params) {
        String kind = kind(params.text("kind"));
        if (action.equals(PlanAction.CREATE_RECORD)) {
            return Words.ACTION_CREATE.text(kind);
        }
        if (action.equals(PlanAction.UPDATE_RECORD)) {
            return Words.ACTION_UPDATE.text(kind);
        }
        if (action.equals(PlanAction.DELETE_RECORD)) {
            return Words.ACTION_DELETE.text(kind);
        }
        if (action.equals(PlanAction.SEND_NOTIFICATION)) {
            return Words.ACTION_NOTIFY.text();
        }
        if (action.equals(PlanAction.INDEX_DOCUMENT)) {
            return Words.ACTION_INDEX.text();
        }
        return sentence(action.name().replace('_', ' '));
    }

    static String kind(@Nullable String kind) {
        if (kind == null) {
            return Words.KIND_RECORD.text();
        }
        return kind.equals("todo") ? Words.KIND_TODO.text() : kind.replace('-', ' ');
    }

    static String field(String name) {
        return switch (name) {
            case "title" -> Words.FIELD_TITLE.text();
            case "description" -> Words.FIELD_DESCRIPTION.text();
            case "due" -> Words.FIELD_DUE.text();
            case "dueTime" -> Words.FIELD_TIME.text();
            case "priority" -> Words.FIELD_PRIORITY.text();
            case "status" -> Words.FIELD_STATUS.text();
            case "people" -> Words.FIELD_PEOPLE.text();
            case "text" -> Words.FIELD_TEXT.text();
            case "id" -> Words.FIELD_RECORD.text();
            default -> sentence(split(name));
        };
    }

    static String priority(Priority priority) {
        return switch (priority) {
            case LOW -> Words.PRIORITY_LOW.text();
            case MEDIUM -> Words.PRIORITY_MEDIUM.text();
            case HIGH -> Words.PRIORITY_HIGH.text();
            case URGENT -> Words.PRIORITY_URGENT.text();
        };
    }

    static String status(TodoStatus status) {
        return switch (status) {
            case OPEN -> Words.STATUS_OPEN.text();
            case DONE -> Words.STATUS_DONE.text();
        };
    }

    /** The constant of that wire name; {@code null} where there is none. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, String wireName) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(wireName.replace('-', '_')))
                .findFirst()
                .orElse(null);
    }

    private static String split(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
