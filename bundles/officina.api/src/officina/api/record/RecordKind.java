// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.util.regex.Pattern;

/** What a data record is: {@code todo}, {@code session} ... The name is also its resource in permissions. */
public record RecordKind(String name) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*+");

    public static final RecordKind GROUP = new RecordKind("group");
    public static final RecordKind PROJECT = new RecordKind("project");
    public static final RecordKind SESSION = new RecordKind("session");
    public static final RecordKind TODO = new RecordKind("todo");
    public static final RecordKind USER_PROFILE = new RecordKind("user-profile");
    public static final RecordKind SETTING = new RecordKind("setting");
    public static final RecordKind GRANT = new RecordKind("grant");
    public static final RecordKind PROVIDER_ACCOUNT = new RecordKind("provider-account");
    public static final RecordKind MAIL_ACCOUNT = new RecordKind("mail-account");
    public static final RecordKind INDEXED_FOLDER = new RecordKind("indexed-folder");
    public static final RecordKind AUTOMATION = new RecordKind("automation");
    public static final RecordKind AUTOMATION_MEMORY = new RecordKind("automation-memory");
    public static final RecordKind ROUTING_CORRECTION = new RecordKind("routing-correction");
    public static final RecordKind SESSION_IMPORT = new RecordKind("session-import");
    public static final RecordKind SESSION_REMOVAL = new RecordKind("session-removal");

    public static final RecordKind IMPORTED_TABLE = new RecordKind("imported-table");
    public static final RecordKind DATABASE_IMPORT = new RecordKind("database-import");

    public RecordKind {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("a record kind looks like user-profile, not: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
