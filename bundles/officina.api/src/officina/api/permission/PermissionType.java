// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.permission;

import java.util.Arrays;

/** The closed vocabulary of what a plug-in may ask for. The wire names are the manifest's. */
public enum PermissionType {
    FS_READ("fs.read", "read files in"),
    FS_WRITE("fs.write", "change files in"),
    NET_CONNECT("net.connect", "connect to"),
    PROC_SPAWN("proc.spawn", "run the program"),
    SECRET_USE("secret.use", "use the secret"),
    MODEL_CALL("model.call", "ask the model"),
    MAIL_READ("mail.read", "read mail of"),
    CALENDAR_READ("calendar.read", "read the calendar"),
    BROWSER_HISTORY("browser.history", "read bookmarks and history of"),
    SCREEN_CAPTURE("screen.capture", "take pictures of"),
    INPUT_TYPE("input.type", "type into"),
    NOTIFY("notify", "show notifications"),
    STORE_READ("store.read", "read records of kind"),
    STORE_WRITE("store.write", "change records of kind"),
    INDEX_READ("index.read", "search the collection"),
    INDEX_WRITE("index.write", "add to the collection");

    private final String wireName;
    private final String meaning;

    PermissionType(String wireName, String meaning) {
        this.wireName = wireName;
        this.meaning = meaning;
    }

    /** The name in manifests, events and settings. */
    public String wireName() {
        return wireName;
    }

    /** What it allows, in plain English, to be followed by the resource. */
    public String meaning() {
        return meaning;
    }

    /** The type of that wire name; throws {@link IllegalArgumentException} for a name outside the vocabulary. */
    public static PermissionType parse(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such permission: " + wireName));
    }

    @Override
    public String toString() {
        return wireName;
    }
}
