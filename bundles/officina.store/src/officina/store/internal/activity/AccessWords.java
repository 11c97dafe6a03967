// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import java.util.Locale;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;

/** What the activity log says of uses and refusals of permissions; who it was stands beside it. */
final class AccessWords {

    private AccessWords() {}

    /** For example: Read to-dos. */
    static String used(AccessRecord access) {
        String text = past(access) + object(access);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** For example: Was not allowed to change to-dos. */
    static String denied(AccessRecord access) {
        String verb =
                switch (access.permission().type()) {
                    case STORE_READ -> "read";
                    case STORE_WRITE -> access.action();
                    default -> access.permission().type().meaning();
                };
        return "Was not allowed to " + verb + object(access);
    }

    /** For example: read to-dos. */
    static String allowed(PermissionType type, String resource) {
        return switch (type) {
            case STORE_READ -> "read " + RecordWords.many(resource);
            case STORE_WRITE -> "change " + RecordWords.many(resource);
            default -> resource.equals(Permission.ANY) ? type.meaning() : type.meaning() + " " + resource;
        };
    }

    private static String past(AccessRecord access) {
        return switch (access.permission().type()) {
            case FS_READ -> "read files in";
            case FS_WRITE -> "changed files in";
            case NET_CONNECT -> "connected to";
            case PROC_SPAWN -> "ran the program";
            case SECRET_USE -> "used the secret";
            case MODEL_CALL -> "asked the model";
            case MAIL_READ -> "read mail of";
            case CALENDAR_READ -> "read the calendar";
            case BROWSER_HISTORY -> "read bookmarks and history of";
            case SCREEN_CAPTURE -> "took pictures of";
            case INPUT_TYPE -> "typed into";
            case NOTIFY -> "showed a notification";
            case STORE_READ -> "read";
            case STORE_WRITE -> "asked to " + access.action();
            case INDEX_READ -> "searched the collection";
            case INDEX_WRITE -> "added to the collection";
        };
    }

    /** What was touched, with a blank before it; a record's identifier would tell a person nothing. */
    private static String object(AccessRecord access) {
        Permission permission = access.permission();
        String resource = access.resource();
        if (permission.type() == PermissionType.STORE_READ || permission.type() == PermissionType.STORE_WRITE) {
            return " " + RecordWords.many(permission.resource());
        }
        boolean said = permission.type() == PermissionType.NOTIFY || resource.equals(Permission.ANY);
        return said || resource.isEmpty() ? "" : " " + resource;
    }
}
