// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.map;

import officina.api.chat.ExecutionMode;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.event.KeyChange;
import officina.api.event.LogLevel;
import officina.api.event.RecordChange;
import officina.api.event.RunKind;
import officina.api.permission.PermissionType;
import officina.api.record.Priority;
import officina.api.tool.ToolEffect;

/** The names on the wire of every enum that travels. */
public final class Constants {

    public static final WireNames<RunKind> RUN_KIND = WireNames.of(RunKind.class, kind -> switch (kind) {
        case TURN -> "turn";
        case EDIT -> "edit";
        case UNDO -> "undo";
        case SYSTEM -> "system";
        case BATCH -> "batch";
    });

    public static final WireNames<RecordChange> RECORD_CHANGE =
            WireNames.of(RecordChange.class, change -> switch (change) {
                case CREATED -> "created";
                case UPDATED -> "updated";
                case DELETED -> "deleted";
            });

    public static final WireNames<KeyChange> KEY_CHANGE = WireNames.of(KeyChange.class, change -> switch (change) {
        case PASSPHRASE -> "passphrase";
        case KEYRING -> "keyring";
        case PHRASE_MADE -> "phrase-made";
        case PHRASE_CHECKED -> "phrase-checked";
        case PHRASE_REMOVED -> "phrase-removed";
        case RECOVERED -> "recovered";
    });

    public static final WireNames<LogLevel> LOG_LEVEL = WireNames.of(LogLevel.class, level -> switch (level) {
        case DEBUG -> "debug";
        case INFO -> "info";
        case WARN -> "warn";
        case ERROR -> "error";
    });

    public static final WireNames<ErrorKind> ERROR_KIND = WireNames.of(ErrorKind.class, kind -> switch (kind) {
        case USER -> "user";
        case PERMISSION -> "permission";
        case PROVIDER -> "provider";
        case RESOURCE -> "resource";
        case INTERNAL -> "internal";
    });

    public static final WireNames<ExecutionMode> EXECUTION_MODE =
            WireNames.of(ExecutionMode.class, mode -> switch (mode) {
                case DIRECT -> "direct";
                case PLAN -> "plan";
            });

    public static final WireNames<MessageRole> MESSAGE_ROLE = WireNames.of(MessageRole.class, role -> switch (role) {
        case USER -> "user";
        case ASSISTANT -> "assistant";
        case SYSTEM -> "system";
    });

    public static final WireNames<Priority> PRIORITY = WireNames.of(Priority.class, priority -> switch (priority) {
        case LOW -> "low";
        case MEDIUM -> "medium";
        case HIGH -> "high";
        case URGENT -> "urgent";
    });

    public static final WireNames<ToolEffect> TOOL_EFFECT = WireNames.of(ToolEffect.class, effect -> switch (effect) {
        case READS -> "reads";
        case WRITES -> "writes";
        case DESTROYS -> "destroys";
    });

    /** The manifest's vocabulary. */
    public static final WireNames<PermissionType> PERMISSION_TYPE =
            WireNames.of(PermissionType.class, PermissionType::wireName);

    private Constants() {}
}
