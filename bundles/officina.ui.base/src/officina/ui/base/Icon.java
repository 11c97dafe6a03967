// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

/** The icons in use, one family: Lucide. A constant names the file in that family. */
public enum Icon {
    ACTIVITY("activity"),
    AGENT("bot"),
    ARCHIVE("archive"),
    ARROW_DOWN("arrow-down"),
    ARROW_UP("arrow-up"),
    ATTACH("paperclip"),
    BELL("bell"),
    CALENDAR("calendar"),
    CANCELLED("circle-slash"),
    CHECK("check"),
    CHECK_CIRCLE("circle-check"),
    CHEVRON_DOWN("chevron-down"),
    CHEVRON_RIGHT("chevron-right"),
    CHEVRON_UP("chevron-up"),
    CIRCLE("circle"),
    CLOCK("clock"),
    CLOSE("x"),
    COMMAND("command"),
    COPY("copy"),
    COST("coins"),
    DELETE("trash-2"),
    DOWNLOAD("download"),
    EDIT("pencil"),
    ERROR("circle-x"),
    EXTERNAL("external-link"),
    FILE("file"),
    FILTER("filter"),
    FLAG("flag"),
    FOLDER("folder"),
    HELP("circle-help"),
    HOME("house"),
    IMAGE("image"),
    INFO("info"),
    KEYBOARD("keyboard"),
    LOADING("loader-circle"),
    LOCK("lock"),
    MACHINE("monitor"),
    MESSAGE("message-square"),
    MODEL("cpu"),
    MOON("moon"),
    MORE("ellipsis"),
    PEOPLE("users"),
    PLAN("list-checks"),
    PLAY("play"),
    PLUS("plus"),
    QUESTION("message-circle-question"),
    REDO("redo-2"),
    REFRESH("rotate-cw"),
    SEARCH("search"),
    SEND("arrow-up"),
    SESSIONS("messages-square"),
    SETTINGS("settings"),
    SHIELD("shield-check"),
    SKIP("skip-forward"),
    SORT("arrow-up-down"),
    SPARK("sparkles"),
    STOP("square"),
    SUN("sun"),
    TODO("list-todo"),
    TOOL("wrench"),
    UNDO("undo-2"),
    USER("user"),
    WARNING("triangle-alert");

    private final String file;

    Icon(String file) {
        this.file = file;
    }

    /** The file's name in the family, without its ending. */
    public String file() {
        return file;
    }
}
