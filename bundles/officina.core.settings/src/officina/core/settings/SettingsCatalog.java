// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.core.settings.SettingDefinition.Type;

/** The settings that exist, and what values they take. */
public final class SettingsCatalog {

    /** How a message is worked on where its sender does not say: at once, or as a plan to approve. */
    public static final String EXECUTION_MODE = "conversation.execution-mode";

    /** Which model answers: {@code ACCOUNT} or {@code ACCOUNT/MODEL}; empty for none. */
    public static final String MODEL = "model.use";

    /** The look of the workbench. */
    public static final String THEME = "appearance.theme";

    /** Whether notifications are shown on the desktop. */
    public static final String NOTIFICATIONS = "notifications.show";

    /** How many of a project's newest conversations are kept; 0 for all. */
    public static final String KEEP_SESSIONS = "retention.sessions";

    /** How many days a project's conversations are kept after something last happened in them; 0 for ever. */
    public static final String KEEP_DAYS = "retention.days";

    /** Whether a program that stays open looks through the indexed folders when it starts. */
    public static final String SYNC_AT_START = "knowledge.sync-at-start";

    /** What of indexed folders is not read: patterns as a {@code .gitignore} has them, with commas between. */
    public static final String IGNORED_NAMES = "knowledge.ignored-names";

    /** Which plug-ins take no part: their ids, with commas between. */
    public static final String LEFT_OUT = "plugins.left-out";

    /** Whether newcomers are shown around in an empty conversation. */
    public static final String WELCOME = "window.welcome";

    private static final List<SettingDefinition> DEFINITIONS = List.of(
            new SettingDefinition(
                    THEME,
                    "Theme",
                    "Light, dark, or as the desktop has it.",
                    Type.CHOICE,
                    List.of("system", "light", "dark"),
                    new JsonText("system"),
                    SettingScope.GLOBAL),
            new SettingDefinition(
                    EXECUTION_MODE,
                    "How messages are worked on",
                    "Direct carries out actions at once; plan shows them first and waits for your approval.",
                    Type.CHOICE,
                    List.of("direct", "plan"),
                    new JsonText("plan"),
                    SettingScope.PROJECT),
            new SettingDefinition(
                    MODEL,
                    "Model",
                    "The model that answers, as ACCOUNT or ACCOUNT/MODEL; empty for none.",
                    Type.TEXT,
                    List.of(),
                    new JsonText(""),
                    SettingScope.CONVERSATION),
            new SettingDefinition(
                    NOTIFICATIONS,
                    "Show notifications",
                    "Whether agents' notifications appear on the desktop; they are in the activity log in any case.",
                    Type.FLAG,
                    List.of(),
                    new JsonBoolean(true),
                    SettingScope.GLOBAL),
            new SettingDefinition(
                    WELCOME,
                    "Show newcomers around",
                    "Whether the window shows ways to begin while there is no conversation; Help > Welcome always does.",
                    Type.FLAG,
                    List.of(),
                    new JsonBoolean(true),
                    SettingScope.GLOBAL),
            new SettingDefinition(
                    SYNC_AT_START,
                    "Look through indexed folders at start",
                    "Whether the window and \"officina serve\" look for new and changed documents when they start.",
                    Type.FLAG,
                    List.of(),
                    new JsonBoolean(true),
                    SettingScope.GLOBAL),
            new SettingDefinition(
                    IGNORED_NAMES,
                    "Names to pass over",
                    "Files and folders of indexed folders that are not read, as a .gitignore names them, with commas"
                            + " between: *.log, drafts/",
                    Type.TEXT,
                    List.of(),
                    new JsonText(""),
                    SettingScope.PROJECT),
            new SettingDefinition(
                    LEFT_OUT,
                    "Plug-ins left out",
                    "Plug-ins that answer nothing and are not called: their ids, with commas between.",
                    Type.TEXT,
                    List.of(),
                    new JsonText(""),
                    SettingScope.PROJECT),
            new SettingDefinition(
                    KEEP_SESSIONS,
                    "Conversations to keep",
                    "How many of the newest conversations of each project are kept; older ones are deleted. 0 keeps all.",
                    Type.COUNT,
                    List.of(),
                    JsonValue.of(0),
                    SettingScope.PROJECT),
            new SettingDefinition(
                    KEEP_DAYS,
                    "Days to keep conversations",
                    "After so many days without anything new a conversation is deleted. 0 keeps all for ever.",
                    Type.COUNT,
                    List.of(),
                    JsonValue.of(0),
                    SettingScope.PROJECT));

    private SettingsCatalog() {}

    /** All settings, by key. */
    public static List<SettingDefinition> definitions() {
        return DEFINITIONS;
    }

    /** The definition of a key; {@code settings.unknown} where there is none. */
    public static SettingDefinition require(String key) {
        return find(key)
                .orElseThrow(() -> new FailureException(Failure.of(
                        "settings.unknown",
                        ErrorKind.USER,
                        "There is no setting \"" + key + "\".",
                        "The settings are: "
                                + String.join(
                                        ", ",
                                        DEFINITIONS.stream()
                                                .map(SettingDefinition::key)
                                                .toList())
                                + ".")));
    }

    /** Throws {@code settings.scope} where the setting cannot be set in that scope. */
    public static void check(String key, SettingScope scope) {
        SettingDefinition definition = require(key);
        if (!definition.allows(scope)) {
            throw new FailureException(Failure.of(
                    "settings.scope",
                    ErrorKind.USER,
                    "The setting \"" + key + "\" cannot be set for one "
                            + scope.name().toLowerCase(Locale.ROOT) + ".",
                    "Set it for all."));
        }
    }

    /** Throws {@code settings.invalid} where the setting does not take that value. */
    public static void check(String key, JsonValue value) {
        SettingDefinition definition = require(key);
        if (!definition.takes(value)) {
            throw new FailureException(Failure.of(
                    "settings.invalid",
                    ErrorKind.USER,
                    "The setting \"" + key + "\" does not take that value.",
                    "It takes " + expected(definition) + "."));
        }
    }

    private static Optional<SettingDefinition> find(String key) {
        return DEFINITIONS.stream()
                .filter(definition -> definition.key().equals(key))
                .findFirst();
    }

    private static String expected(SettingDefinition definition) {
        return switch (definition.type()) {
            case TEXT -> "a text";
            case FLAG -> "true or false";
            case NUMBER -> "a number";
            case COUNT -> "a whole number from 0 to " + SettingDefinition.MOST;
            case CHOICE -> "one of " + String.join(", ", definition.choices());
        };
    }
}
